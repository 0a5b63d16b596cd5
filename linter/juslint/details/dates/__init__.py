"""What speaks for and against two dates of a text being one."""
