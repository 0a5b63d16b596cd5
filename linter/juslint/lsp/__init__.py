"""The language server: an adapter between editors and the engine, with no logic of its own.

`texts` (positions and changes), `settings` and `analysis` know nothing of pygls and run anywhere. `server`
speaks the protocol. `features/` has one module for each thing that an editor can ask. Only `juslint server` imports
what needs pygls, because that takes half a second; the HTML report uses `about`, which does not.
"""
