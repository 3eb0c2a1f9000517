import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { ProblemList, ProblemRow } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { everyItem } from '../core/pages';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-list-report';

const POLL = 1000;

/**
 * Lists of problems: loads a file, and shows what became of the rows of each list; `#lists=ID` is one of them.
 *
 * @element jw-lists
 * @prop backend - the service
 */
export class JwLists extends LitElement {
  static override properties = {
    backend: { attribute: false },
    lists: { state: true },
    list: { state: true },
    rows: { state: true },
    failure: { state: true },
    busy: { state: true },
    empty: { state: true },
    known: { state: true },
  };

  declare backend: Backend | null;
  declare private lists: readonly ProblemList[];
  declare private list: ProblemList | null;
  declare private rows: readonly ProblemRow[];
  declare private failure: Failure | null;
  declare private busy: boolean;
  declare private empty: boolean;
  declare private known: boolean;

  private readonly say = new Localised(this);
  private readonly onHash = (): void => void this.show();

  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
      }
      input[type='file'] {
        width: 100%;
        min-height: 2.75rem;
        font: inherit;
      }
      li .button {
        overflow-wrap: anywhere;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 4px 0 var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.lists = [];
    this.list = null;
    this.rows = [];
    this.failure = null;
    this.busy = false;
    this.empty = false;
    this.known = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  protected override render(): TemplateResult {
    const { lists } = this.say.words;
    return html`
      <form class="card stack" @submit=${this.onSubmit}>
        <h2>${lists.load}</h2>
        <div class="field">
          <label for="file">${lists.file}</label>
          <input
            id="file"
            type="file"
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby="hint"
            @change=${() => (this.empty = false)}
          />
        </div>
        <p class="muted" id="hint">${lists.hint}</p>
        ${this.empty ? html`<p role="alert">${lists.noFile}</p>` : nothing}
        <div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${lists.upload}</button></div>
      </form>
      <jw-notice .failure=${this.failure} @jw-retry=${this.show}></jw-notice>
      ${this.known ? html`<p role="status">${lists.known}</p>` : nothing}
      <jw-list-report .list=${this.list} .rows=${this.rows}></jw-list-report>
      ${this.all()}
    `;
  }

  private all(): TemplateResult {
    const { lists } = this.say.words;
    return html`<nav class="card stack" aria-label=${lists.all}>
      <h2>${lists.all}</h2>
      ${this.lists.length === 0 ? html`<p class="muted">${lists.none}</p>` : nothing}
      <ul class="stack">
        ${this.lists.map(
          ({ id, name, createdAt, counts }) =>
            html`<li>
              <a class="button" href=${`#lists=${id}`} aria-current=${id === this.list?.id ? 'true' : nothing}
                >${name} · ${this.say.time(createdAt)} · ${counts['total'] ?? 0}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  private get chosen(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const file = this.chosen?.files?.[0];
    this.empty = file === undefined;
    if (file !== undefined) await this.upload(file);
  }

  private async upload(file: File): Promise<void> {
    const { backend } = this;
    if (backend === null || this.busy) return;
    this.busy = true;
    this.failure = null;
    this.known = false;
    try {
      const form = new FormData();
      form.append('file', file, file.name);
      const response = await backend.send('POST', '/problem-lists', { form });
      this.known = response.status === 200;
      const { id } = (await response.json()) as ProblemList;
      this.renderRoot.querySelector('form')?.reset();
      if (window.location.hash === `#lists=${id}`) await this.show();
      else window.location.hash = `lists=${id}`;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  private async show(): Promise<void> {
    const { backend } = this;
    if (backend === null) return;
    const id = /^#lists=([\w-]+)$/.exec(window.location.hash)?.[1];
    try {
      this.lists = await everyItem<ProblemList>(backend, '/problem-lists');
      if (id === undefined) this.list = null;
      else await this.watch(backend, id);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async watch(backend: Backend, id: string): Promise<void> {
    for (let running = true; running && this.isConnected; ) {
      const list = await backend.get<ProblemList>(`/problem-lists/${id}`);
      const rows = await everyItem<ProblemRow>(backend, `/problem-lists/${id}/rows`);
      // Another list may have been picked meanwhile.
      if (window.location.hash !== `#lists=${id}`) return;
      this.list = list;
      this.rows = rows;
      running = list.state === 'RUNNING';
      if (running) await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
}

customElements.define('jw-lists', JwLists);
