"""The families of references: one module each, with its grammar of the same name in `grammar/`.

A family module defines `NAME`, the family's name as `extract` prints it (`titled` and `national` make references of
other families, and are named by their modules); `ORDER`, lower before higher, in which
families may claim a stretch of text; and how it finds references, one of

* `read(node, text) -> list[Reference]`: a parse of one stretch of text into references, spans counted from its start;
  an empty list refuses the stretch. The scanner finds the stretches by the grammar;
* `assemble(document, references) -> list[Reference]`: for prose, new references around and between those found so far.

It may also define

* `settle(references, document) -> list[Reference]`: all references once more, with what the words around them decide;
* `identify(reference, knowledge, text) -> Reference | None`: the reference as the knowledge base knows it, where the
  family has ways of its own to tell; None leaves it to `Knowledge.identify`;
* `canonical(id) -> str`: the proper way to write the source with this id; read back, it gives the same id;
* `links(id) -> list[str]`: addresses of the source, best first;
* `issuer(id) -> str | None`: who issued it, where the id tells and no body of the knowledge base does;
* `RARE = True`: most texts have none of what its grammar reads, nor the words and signs that it begins with;
* `SHELF`: where its sources stand in a table of authorities, and their type in a bibliography (`_shelf`).
"""
