"""pygls's protocol, less its own keeping of texts, and with an answer to requests that are malformed.

pygls ends lines where `str.splitlines` does, at page breaks and U+2028 too, and editors do not: its texts would drift
from theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol.language_server import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from juslint.lsp.server import Server


class Protocol(LanguageServerProtocol):
    """The protocol of one session."""

    @property
    def _juslint(self) -> Server:
        return cast("Server", self._server)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text over from the editor."""
        self._juslint.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a text as the editor did."""
        self._juslint.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """From now on the file on the disk counts."""
        self._juslint.closed(params.text_document.uri)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override]
        """End the server."""
        self._juslint.end()

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as an object. One that is malformed gets its answer here, where its number is still known."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], None, error.to_response_error())
            raise
