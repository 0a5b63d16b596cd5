"""From Lark grammars to fast parsers: the grammars in `grammar/` are the only source of what is recognised.

`compiling` turns a grammar into plain tables and a regular expression (it alone imports lark), `store` keeps the
result, `parser` drives the tables. The tables are Lark's own LALR tables, so trees are Lark's own trees.
"""
