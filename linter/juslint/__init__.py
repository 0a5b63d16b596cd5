"""juslint: a linter for legal references, and the knowledge base that it checks them against."""

__version__ = "0.1.0"
