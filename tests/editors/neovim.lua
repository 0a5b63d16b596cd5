-- Drives Neovim as a user would, and writes what was seen as JSON into the file that JUSLINT_SEEN names.
local seen = {}

local function wait(what, ready)
  assert(vim.wait(30000, ready, 50), "nothing came: " .. what)
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { one.code or one.user_data.lsp.code, one.lnum, one.col, one.end_col })
  end
  return found
end

local function ask(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(), more or {})
  for _, answer in pairs(assert(vim.lsp.buf_request_sync(0, method, params, 30000))) do
    return answer.result or answer.error
  end
end

local function drive()
  require("juslint").setup()
  vim.cmd("filetype on")
  vim.cmd("edit " .. vim.env.JUSLINT_DRAFT)
  wait("findings", function()
    return #vim.diagnostic.get(0) >= 2
  end)
  seen.first = codes()
  vim.api.nvim_win_set_cursor(0, { 3, 6 })
  seen.hover = ask("textDocument/hover").contents.value
  seen.definition = ask("textDocument/definition").uri
  seen.references = #ask("textDocument/references", { context = { includeDeclaration = true } })
  seen.highlights = #ask("textDocument/documentHighlight")
  -- type before the astral character, undo, and type again: texts must not drift apart
  vim.api.nvim_buf_set_text(0, 4, 0, 4, 0, { "\240\157\148\132 Typed. ", "" })
  vim.cmd("undo")
  vim.api.nvim_buf_set_text(0, 4, 0, 4, 0, { "\240\157\148\132 Typed. " })
  wait("findings at their new place", function()
    for _, one in ipairs(codes()) do
      if one[2] == 4 and vim.api.nvim_buf_get_lines(0, 4, 5, true)[1]:sub(one[3] + 1, one[4]) == "822 (1992)" then
        return true
      end
    end
    return false
  end)
  seen.moved = true
  -- mend it with a code action
  local at = vim.tbl_filter(function(one)
    return (one.code or one.user_data.lsp.code) == "council-resolution-year"
  end, vim.diagnostic.get(0))[1]
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { "quickfix" } }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 30000)
  seen.actions = {}
  for id, answer in pairs(answers) do
    for _, action in ipairs(answer.result) do
      table.insert(seen.actions, action.title)
      if not seen.mended and not action.title:find("^Ignore") then
        vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
        seen.mended = true
      end
    end
  end
  wait("the finding to go", function()
    for _, one in ipairs(codes()) do
      if one[1] == "council-resolution-year" then
        return false
      end
    end
    return true
  end)
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

local good, error = pcall(drive)
if not good then
  seen.error = tostring(error)
end
local file = assert(io.open(vim.env.JUSLINT_SEEN, "w"))
file:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
file:close()
vim.cmd("qall!")
