"""What speaks for and against one symbol being a slip of another."""
