"""The persons and other names of a text, and which of two like names is a slip."""
