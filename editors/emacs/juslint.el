;;; juslint.el --- Check legal references as you type -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "26.3") (eglot "1.8"))
;; Keywords: text, tools
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Tells eglot how to start juslint's language server.  M-x eglot in a text
;; starts it; `juslint-setup' starts it in every text that you open.

;;; Code:

(require 'eglot)

(defgroup juslint nil
  "Check legal references."
  :group 'text)

(defcustom juslint-command '("juslint" "server")
  "The command that starts the language server."
  :type '(repeat string))

(defcustom juslint-settings nil
  "Settings of the session, a property list such as (:severity \"warning\")."
  :type 'plist)

(defconst juslint--modes
  '((markdown-mode :language-id "markdown")
    (gfm-mode :language-id "markdown")
    (LaTeX-mode :language-id "latex")
    (latex-mode :language-id "latex")
    (tex-mode :language-id "tex")
    (html-mode :language-id "html")
    (text-mode :language-id "plaintext"))
  "The modes in which juslint runs.")

(defun juslint--contact (&rest _)
  "The command, with the settings as options of the first message."
  (append juslint-command
          (list :initializationOptions (or juslint-settings eglot--{}))))

;; `text-mode' is the parent of the others, and eglot takes the first that fits.
(dolist (mode (reverse juslint--modes))
  (add-to-list 'eglot-server-programs (cons mode #'juslint--contact)))

(defun juslint-ensure ()
  "Start juslint in this buffer if it is a file and the command exists."
  (when buffer-file-name
    (if (executable-find (car juslint-command))
        (eglot-ensure)
      (message "juslint: no command %s: install it with `pip install juslint', or set `juslint-command'"
               (car juslint-command)))))

;;;###autoload
(defun juslint-setup ()
  "Start juslint in every text, Markdown, HTML or LaTeX file from now on.
The modes of the last two run the hook of `text-mode'."
  (add-hook 'text-mode-hook #'juslint-ensure)
  (add-hook 'markdown-mode-hook #'juslint-ensure))

(provide 'juslint)
;;; juslint.el ends here
