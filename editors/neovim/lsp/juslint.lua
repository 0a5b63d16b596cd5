-- For Neovim 0.11 and newer: `vim.lsp.enable("juslint")`.
return {
  cmd = { "juslint", "server" },
  filetypes = { "markdown", "text", "tex", "html", "yaml" },
  root_markers = { "juslint.toml", "pyproject.toml", ".git" },
}
