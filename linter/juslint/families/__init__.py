"""The families of references: one module each, with its grammar of the same name in `grammar/`.

A family module defines

* `NAME`: the family's name, as `extract` prints it;
* `read(node, text) -> list[Reference]`: a parse of one stretch of text into references, spans counted from its start;
* `canonical(id) -> str`: the proper way to write the source with this id; equal to the id where that is the way;
* `links(id) -> list[str]`: addresses of the source, best first (may be empty).
"""
