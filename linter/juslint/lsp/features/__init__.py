"""What an editor can ask: one module each, found by walking this folder.

A module has `ANSWERS`: by the protocol's method, the options that the server announces and the function that answers,
`answer(desk, params)`. It runs in the analyser's thread, so that it may use whatever the desk has.
"""
