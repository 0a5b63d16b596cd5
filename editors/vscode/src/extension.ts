// juslint in VS Code: starts the language server and shows how it is.
import * as vscode from "vscode";
import { LanguageClient, State, type LanguageClientOptions } from "vscode-languageclient/node";
import { find, onEnvironmentChange } from "./command";

const LANGUAGES = ["markdown", "plaintext", "latex", "tex", "html"];
const INSTALL = "pip install juslint";

let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;
let log: vscode.LogOutputChannel;
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): void {
  log = vscode.window.createOutputChannel("juslint", { log: true });
  status = vscode.window.createStatusBarItem("juslint", vscode.StatusBarAlignment.Right, 90);
  status.name = "juslint";
  status.command = "juslint.showLog";
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand("juslint.restart", restart),
    vscode.commands.registerCommand("juslint.showLog", () => log.show()),
    vscode.commands.registerCommand("juslint.install", explain),
    vscode.commands.registerCommand("juslint.fixAll", fixAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("juslint.command") || event.affectsConfiguration("juslint.enable")) {
        void restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  void onEnvironmentChange(() => void restart()).then((listening) => {
    if (listening !== undefined) {
      context.subscriptions.push(listening);
    }
  });
  void restart();
}

export function deactivate(): Promise<void> {
  turn = turn.then(stop);
  return turn;
}

/** One restart after the other: two at once would leave a server behind. */
function restart(): Promise<void> {
  turn = turn.then(stop).then(start).catch((error: unknown) => show("error", String(error)));
  return turn;
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running !== undefined) {
    await running.dispose().catch(() => undefined); // a server that has died cannot say goodbye
  }
}

async function start(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!vscode.workspace.getConfiguration("juslint", folder ?? null).get<boolean>("enable", true)) {
    status.hide();
    return;
  }
  show("sync~spin", "starting");
  const command = await find(folder);
  const [program, ...rest] = command ?? [];
  if (program === undefined) {
    show("warning", "not installed");
    status.command = "juslint.install";
    void explain();
    return;
  }
  status.command = "juslint.showLog";
  const server = { command: program, args: [...rest, "server"] };
  const bases = { scheme: "file", language: "yaml", pattern: "**/*.yaml" };
  const texts = LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language })));
  const options: LanguageClientOptions = {
    documentSelector: [...texts, bases],
    outputChannel: log,
    initializationOptions: vscode.workspace.getConfiguration("juslint", folder ?? null),
    synchronize: { configurationSection: "juslint" },
    diagnosticPullOptions: { onChange: true, onTabs: true },
  };
  client = new LanguageClient("juslint", "juslint", server, options);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      show("law", `running: ${[program, ...rest].join(" ")}`);
    } else if (newState === State.Stopped) {
      show("warning", "stopped");
    }
  });
  await client.start();
}

function show(icon: string, said: string): void {
  status.text = `$(${icon}) juslint`;
  status.tooltip = `juslint: ${said}`;
  status.show();
  log.info(said);
}

/** Says how to install juslint, and does it in a terminal if the user wants that. */
async function explain(): Promise<void> {
  const install = "Install it here";
  const again = "Look again";
  const chosen = await vscode.window.showWarningMessage(
    `juslint was not found in the active Python environment or on the path. Install it with \`${INSTALL}\`, ` +
      "or name it in the setting juslint.command.",
    install,
    again,
  );
  if (chosen === install) {
    const terminal = vscode.window.createTerminal("juslint");
    terminal.show();
    terminal.sendText(INSTALL, false); // the user presses the key
  } else if (chosen === again) {
    await restart();
  }
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: "source.fixAll.juslint",
    apply: "first",
  });
}
