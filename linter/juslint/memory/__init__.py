"""What is remembered of the texts from run to run, so that a text that has not changed is not scanned again.

    content + format + what decides the result ─▶ key ─store─▶ Record ─record─▶ references · findings · structure

A record holds what was read *out of* a text: its references, where its paragraphs and notes stand, what the rules find
in it by itself. The text itself is not kept: where it is needed again, the file is read again (`recalled`). So a run
over thousands of files needs memory for their references, not for their texts, and this holds with or without a cache.
"""
