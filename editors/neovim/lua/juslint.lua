-- juslint in Neovim's own language client, 0.7 and newer. See the README beside this folder.
local M = {}

M.config = {
  cmd = { "juslint", "server" },
  filetypes = { "markdown", "text", "tex", "html", "yaml" },
  root_markers = { "juslint.toml", "pyproject.toml", ".git" },
  settings = {},
  on_attach = nil,
}

local clients = {} -- of 0.7, by root

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local last
  while folder ~= last do
    for _, marker in ipairs(M.config.root_markers) do
      local found = folder .. "/" .. marker
      if vim.fn.filereadable(found) == 1 or vim.fn.isdirectory(found) == 1 then
        return folder
      end
    end
    folder, last = vim.fn.fnamemodify(folder, ":h"), folder
  end
  return nil -- a loose file
end

local function missing()
  if vim.fn.executable(M.config.cmd[1]) == 1 then
    return false
  end
  local said = "juslint: no command %q: install it with `pip install juslint`, or give setup() its path as cmd"
  vim.notify_once(string.format(said, M.config.cmd[1]), vim.log.levels.WARN)
  return true
end

function M.attach(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  if vim.bo[buffer].buftype ~= "" or name == "" or missing() then
    return
  end
  local root = root_of(name)
  local config = {
    name = "juslint",
    cmd = M.config.cmd,
    root_dir = root,
    workspace_folders = root and { { uri = vim.uri_from_fname(root), name = root } } or nil,
    init_options = M.config.settings,
    settings = { juslint = M.config.settings },
    on_attach = M.config.on_attach,
    get_language_id = function(_, filetype)
      return ({ text = "plaintext", tex = "latex" })[filetype] or filetype
    end,
  }
  if vim.lsp.start then -- 0.8 and newer
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local key = root or name
  if not clients[key] or not vim.lsp.get_client_by_id(clients[key]) then
    clients[key] = vim.lsp.start_client(config)
  end
  if clients[key] then
    vim.lsp.buf_attach_client(buffer, clients[key])
  end
end

function M.setup(options)
  M.config = vim.tbl_deep_extend("force", M.config, options or {})
  local group = vim.api.nvim_create_augroup("juslint", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = M.config.filetypes,
    callback = function(event)
      M.attach(event.buf or vim.fn.bufnr())
    end,
  })
end

return M
