import { LitElement, css, html, type TemplateResult } from 'lit';
import type { Ticket } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import './jw-ticket-list';

export type QueueView = 'open' | 'offered' | 'trade' | 'waiting' | 'breaching' | 'mine' | 'all';

/** What to list. */
export interface Wanted {
  readonly view: QueueView;
  readonly text: string;
}

/**
 * A queue of tickets: which of them, words to look for, and the list.
 *
 * @element jw-queue
 * @prop views - those to choose from
 * @prop wanted - what is listed
 * @prop items - the tickets
 * @prop picked - id of the one that is open
 * @fires jw-want - a Wanted
 * @fires jw-pick - `{id}`
 */
export class JwQueue extends LitElement {
  static override properties = {
    views: { attribute: false },
    wanted: { attribute: false },
    items: { attribute: false },
    picked: { attribute: false },
  };

  declare views: readonly QueueView[];
  declare wanted: Wanted;
  declare items: readonly Ticket[];
  declare picked: string | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      form {
        display: grid;
        gap: 0.5rem;
      }
      .search {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: end;
      }
    `,
  ];

  constructor() {
    super();
    this.views = [];
    this.wanted = { view: 'all', text: '' };
    this.items = [];
    this.picked = null;
  }

  protected override render(): TemplateResult {
    const { queue } = this.say.words;
    return html`
      <form role="search" aria-label=${queue.label} @submit=${this.onSubmit} @change=${this.onChange}>
        <label class="field"
          ><span>${queue.view}</span
          ><select name="view">
            ${this.views.map(
              (view) => html`<option value=${view} ?selected=${view === this.wanted.view}>${queue.views[view]}</option>`,
            )}
          </select></label
        >
        <div class="search">
          <label class="field"
            ><span>${queue.search}</span><input type="search" name="text" maxlength="200" .value=${this.wanted.text}
          /></label>
          <button>${queue.find}</button>
        </div>
      </form>
      <jw-ticket-list
        heading=${queue.views[this.wanted.view]}
        empty=${queue.nothing}
        .items=${this.items}
        .picked=${this.picked}
        @jw-pick=${this.pass}
      ></jw-ticket-list>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.want(event.currentTarget as HTMLFormElement);
  }

  /** Another view is shown at once; words are looked for when they are all there. */
  private onChange(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.want(event.currentTarget as HTMLFormElement);
  }

  private want(form: HTMLFormElement): void {
    const data = new FormData(form);
    const view = this.views.find((one) => one === data.get('view')) ?? this.wanted.view;
    const text = String(data.get('text') ?? '').trim();
    this.dispatchEvent(new CustomEvent<Wanted>('jw-want', { detail: { view, text } }));
  }

  private pass(event: CustomEvent<{ id: string }>): void {
    this.dispatchEvent(new CustomEvent('jw-pick', { detail: event.detail }));
  }
}

customElements.define('jw-queue', JwQueue);
