;;; emacs.el --- Drives Emacs as a user would, and writes what was seen -*- lexical-binding: t; -*-
(require 'json)
(package-initialize)
(require 'juslint)
(require 'flymake)

(defvar seen nil)

(defun see (key value)
  (push (cons key value) seen))

(defun wait-for (what ready)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall ready)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall ready)
      (error "nothing came: %s" what))))

(defun findings ()
  (mapcar (lambda (one)
            (list (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                  (flymake-diagnostic-text one)))
          (flymake-diagnostics)))

(defun ask (method &optional more)
  (jsonrpc-request (eglot--current-server-or-lose) method
                   (append (eglot--TextDocumentPositionParams) more)))

(defun drive ()
  (find-file (getenv "JUSLINT_DRAFT"))
  (text-mode)
  (call-interactively #'eglot)
  (wait-for "a server" (lambda () (eglot-current-server)))
  (unless flymake-mode (flymake-mode 1))
  (wait-for "findings" (lambda () (>= (length (flymake-diagnostics)) 2)))
  (see 'first (vconcat (mapcar #'vconcat (findings))))
  (goto-char (point-min))
  (search-forward "S/RES")
  (see 'hover (plist-get (plist-get (ask :textDocument/hover) :contents) :value))
  (see 'references (length (ask :textDocument/references '(:context (:includeDeclaration t)))))
  (see 'definition (plist-get (ask :textDocument/definition) :uri))
  (goto-char (point-max))
  (forward-line -1)
  (insert "\U0001d504 Typed. ")
  (eglot--signal-textDocument/didChange) ; no idle timer runs in batch mode
  (flymake-start)
  (wait-for "findings at their new place"
            (lambda () (cl-some (lambda (one) (equal (car one) "822 (1992)")) (findings))))
  (goto-char (point-min))
  (search-forward "(1992")
  (let* ((actions (jsonrpc-request
                   (eglot--current-server-or-lose) :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                         :context '(:diagnostics [] :only ["quickfix"]))))
         (mend (cl-find-if-not (lambda (one) (string-prefix-p "Ignore" (plist-get one :title))) actions)))
    (see 'actions (vconcat (mapcar (lambda (one) (plist-get one :title)) actions)))
    (eglot--apply-workspace-edit (plist-get mend :edit)))
  (see 'text (buffer-substring-no-properties (point-min) (point-max)))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

(condition-case problem
    (drive)
  (error (see 'error (format "%S" problem))))
(with-temp-file (getenv "JUSLINT_SEEN")
  (set-buffer-file-coding-system 'utf-8)
  (insert (json-encode seen)))
(kill-emacs 0)
