import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Ticket } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import { clockInWords } from './clock';

/**
 * Tickets to pick from.
 *
 * @element jw-ticket-list
 * @attr heading - what these tickets are
 * @attr empty - said when there are none
 * @attr folded - only the heading until somebody opens it
 * @prop items - the tickets, in the order to show
 * @prop picked - id of the one that is open
 * @fires jw-pick - `{id}`
 */
export class JwTicketList extends LitElement {
  static override properties = {
    heading: { type: String },
    empty: { type: String },
    folded: { type: Boolean },
    items: { attribute: false },
    picked: { attribute: false },
  };

  declare heading: string;
  declare empty: string;
  declare folded: boolean;
  declare items: readonly Ticket[];
  declare picked: string | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      h2 {
        font-size: 1.05rem;
      }
      button {
        display: grid;
        gap: 0.1rem;
        width: 100%;
        justify-content: stretch;
        line-height: 1.45;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 4px 0 var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.empty = '';
    this.folded = false;
    this.items = [];
    this.picked = null;
  }

  protected override render(): TemplateResult {
    const heading = html`${this.heading} <span class="muted">${this.items.length}</span>`;
    return html`
      <section class="stack" aria-label=${this.heading}>
        ${this.folded
          ? html`<details>
              <summary>${heading}</summary>
              ${this.list()}
            </details>`
          : html`<h2>${heading}</h2>
              ${this.list()}`}
      </section>
    `;
  }

  private list(): TemplateResult {
    return html`
      ${this.items.length === 0 ? html`<p class="muted">${this.empty}</p>` : nothing}
      <ul class="stack">
        ${this.items.map((ticket) => this.item(ticket))}
      </ul>
    `;
  }

  private item({ id, number, state, question, clock, priority, confidential }: Ticket): TemplateResult {
    const { ticket } = this.say.words;
    const marks = [priority === 'URGENT' ? ticket.urgent : '', confidential ? ticket.confidential : ''];
    return html`<li>
      <button aria-current=${id === this.picked ? 'true' : nothing} @click=${() => this.pick(id)}>
        <span>${question}</span>
        <span class="muted">${[number, ticket.states[state], ...marks].filter(Boolean).join(' · ')}</span>
        ${clock ? html`<span class="muted">${clockInWords(clock, this.say)}</span>` : nothing}
      </button>
    </li>`;
  }

  private pick(id: string): void {
    this.dispatchEvent(new CustomEvent('jw-pick', { detail: { id } }));
  }
}

customElements.define('jw-ticket-list', JwTicketList);
