"""The parts of the HTML report: the marked text, the findings beside it, the table of authorities, style and script."""
