"""The years that a text gives to works, laws and judgments, and what speaks for two being of one thing."""
