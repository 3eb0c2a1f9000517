import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { ImportJob, ImportRow } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { everyItem } from '../core/pages';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-import-report';

const POLL = 700;

/**
 * Loads files and tells what became of each.
 *
 * @element jw-imports
 * @prop backend - the service
 * @fires jw-changed - an import has ended: there may be new articles
 */
export class JwImports extends LitElement {
  static override properties = {
    backend: { attribute: false },
    files: { state: true },
    job: { state: true },
    rows: { state: true },
    failure: { state: true },
    busy: { state: true },
    over: { state: true },
    empty: { state: true },
  };

  declare backend: Backend | null;
  declare private files: readonly File[];
  declare private job: ImportJob | null;
  declare private rows: readonly ImportRow[];
  declare private failure: Failure | null;
  declare private busy: boolean;
  declare private over: boolean;
  declare private empty: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
      }
      .drop {
        border: 2px dashed var(--_line);
        border-radius: var(--_radius);
        padding: 1rem;
      }
      .over {
        border-color: var(--_accent);
      }
      input[type='file'] {
        width: 100%;
        min-height: 2.75rem;
        font: inherit;
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.files = [];
    this.job = null;
    this.rows = [];
    this.failure = null;
    this.busy = false;
    this.over = false;
    this.empty = false;
  }

  protected override render(): TemplateResult {
    const { curate } = this.say.words;
    return html`
      <form class="card stack" @submit=${this.onSubmit}>
        <h2>${curate.imports}</h2>
        <div
          class="drop stack ${this.over ? 'over' : ''}"
          @dragover=${this.onDragOver}
          @dragleave=${() => (this.over = false)}
          @drop=${this.onDrop}
        >
          <div class="field">
            <label for="files">${curate.files}</label>
            <input
              id="files"
              type="file"
              multiple
              accept=".md,.markdown,.txt,text/markdown,text/plain"
              aria-describedby="hint"
              @change=${this.onChoice}
            />
          </div>
          <p class="muted" id="hint">${curate.filesHint}</p>
          <p role="status">${this.files.length === 0 ? '' : curate.chosen(this.files.length)}</p>
        </div>
        ${this.empty ? html`<p role="alert">${curate.noFiles}</p>` : nothing}
        <div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${curate.upload}</button></div>
      </form>
      <jw-notice .failure=${this.failure} retry @jw-retry=${this.upload}></jw-notice>
      <jw-import-report .job=${this.job} .rows=${this.rows}></jw-import-report>
    `;
  }

  private onChoice(event: Event): void {
    this.take((event.target as HTMLInputElement).files);
  }

  private onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files ?? null);
  }

  private take(files: FileList | null): void {
    this.files = Array.from(files ?? []);
    this.empty = false;
  }

  /** What was loaded is not sent again by mistake. */
  private clear(): void {
    this.files = [];
    this.renderRoot.querySelector('form')?.reset();
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.empty = this.files.length === 0;
    if (!this.empty) await this.upload();
  }

  private async upload(): Promise<void> {
    const { backend } = this;
    if (backend === null || this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      const form = new FormData();
      for (const file of this.files) form.append('file', file, file.name);
      const { id } = await backend.upload<{ readonly id: string }>('/imports', form);
      await this.watch(backend, id);
      this.clear();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
      this.dispatchEvent(new CustomEvent('jw-changed'));
    }
  }

  private async watch(backend: Backend, id: string): Promise<void> {
    for (let running = true; running && this.isConnected; ) {
      const job = await backend.get<ImportJob>(`/imports/${id}`);
      this.rows = await everyItem<ImportRow>(backend, `/imports/${id}/rows`);
      this.job = job;
      running = job.state === 'QUEUED' || job.state === 'RUNNING';
      if (running) await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
}

customElements.define('jw-imports', JwImports);
