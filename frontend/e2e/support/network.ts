/** The network between a browser and its server: a TCP proxy that can be cut, go silent, or hold what the server says. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/**
 * up: forwards. down: ends what there is and refuses what comes. silent: takes connections and bytes, and nothing ever
 * comes of them, not even later (a network that swallows packets and forgets).
 */
type Condition = "up" | "down" | "silent";

interface Line {
  readonly browser: Socket;
  readonly server: Socket | undefined;
}

export class Network {
  readonly #proxy: Server;
  readonly #serverPort: number;
  readonly #lines = new Set<Line>();
  #condition: Condition = "up";
  #holding = false;
  /** The first line of every HTTP request that went through. */
  readonly requestLines: string[] = [];

  static async to(serverPort: number): Promise<Network> {
    const network = new Network(serverPort);
    network.#proxy.listen(0, "127.0.0.1");
    await once(network.#proxy, "listening");
    return network;
  }

  private constructor(serverPort: number) {
    this.#serverPort = serverPort;
    this.#proxy = createServer((browser) => this.#take(browser));
  }

  /** What the browser takes for the server. */
  get origin(): string {
    return `http://localhost:${(this.#proxy.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#condition = "down";
    this.#endAll();
  }

  /** Ends what there is; what is tried from now on is taken and never answered. */
  cutIntoSilence(): void {
    this.#condition = "silent";
    this.#endAll();
  }

  /** From now on everything goes through; what was taken while silent stays lost. */
  heal(): void {
    this.#condition = "up";
    this.#hold(false);
  }

  /** The server still hears the browser, but its answers do not come through, until `heal` or a cut. */
  holdAnswers(): void {
    this.#hold(true);
  }

  end(): void {
    this.#endAll();
    this.#proxy.close();
  }

  #hold(holding: boolean): void {
    this.#holding = holding;
    for (const { server } of this.#lines) {
      if (holding) server?.pause();
      else server?.resume();
    }
  }

  #take(browser: Socket): void {
    if (this.#condition === "down") {
      browser.resetAndDestroy();
      return;
    }
    const server = this.#condition === "up" ? connect(this.#serverPort, "127.0.0.1") : undefined;
    const line = { browser, server };
    this.#lines.add(line);
    const end = () => this.#end(line);
    for (const socket of server ? [browser, server] : [browser]) socket.on("error", end).on("close", end);
    browser.on("data", (bytes) => this.#note(bytes));
    if (server) browser.pipe(server).pipe(browser);
    if (this.#holding) server?.pause();
  }

  #note(bytes: Buffer): void {
    const request = /^(?:GET|POST|HEAD|PUT|DELETE|OPTIONS) \S+ HTTP\/1\.1(?=\r\n)/.exec(bytes.toString("latin1"));
    if (request) this.requestLines.push(request[0]);
  }

  #endAll(): void {
    for (const line of this.#lines) this.#end(line);
  }

  #end(line: Line): void {
    if (!this.#lines.delete(line)) return;
    line.browser.resetAndDestroy();
    line.server?.destroy();
  }
}
