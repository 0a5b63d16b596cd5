"""The pages that a text names, and what stands around each."""
