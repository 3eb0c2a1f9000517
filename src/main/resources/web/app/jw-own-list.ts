import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { ConversationSummary, Ticket } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * One's own conversations and tickets, as links into the page; folded away on a phone.
 *
 * @element jw-own-list
 * @prop conversations - newest first
 * @prop tickets - newest first
 * @prop shown - id of the one that is open
 */
export class JwOwnList extends LitElement {
  static override properties = {
    conversations: { attribute: false },
    tickets: { attribute: false },
    shown: { attribute: false },
  };

  declare conversations: readonly ConversationSummary[];
  declare tickets: readonly Ticket[];
  declare shown: string;

  private readonly say = new Localised(this);
  private readonly wide = window.matchMedia('(min-width: 56rem)');
  private readonly onWidth = (): void => this.requestUpdate();

  static override styles = [
    theme,
    controls,
    css`
      h2 {
        font-size: 1rem;
      }
      li .button {
        display: grid;
        width: 100%;
        justify-content: stretch;
        line-height: 1.4;
      }
      .line {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 4px 0 var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this.conversations = [];
    this.tickets = [];
    this.shown = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.wide.addEventListener('change', this.onWidth);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.wide.removeEventListener('change', this.onWidth);
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    return html`
      <details ?open=${this.wide.matches} @click=${this.fold}>
        <summary>${words.ask.mine}</summary>
        <nav class="stack" aria-label=${words.ask.mine}>
          <a class="button" href="#new">${words.ask.fresh}</a>
          <h2>${words.ask.conversations}</h2>
          ${this.conversations.length === 0 ? html`<p class="muted">${words.ask.noConversations}</p>` : nothing}
          <ul class="stack">
            ${this.conversations.map(({ id, title, updatedAt }) =>
              this.entry(id, `#c=${id}`, title || words.ask.untitled, this.say.time(updatedAt)),
            )}
          </ul>
          <h2>${words.ask.tickets}</h2>
          ${this.tickets.length === 0 ? html`<p class="muted">${words.ticket.none}</p>` : nothing}
          <ul class="stack">
            ${this.tickets.map(({ id, number, state, question }) =>
              this.entry(id, `#t=${id}`, question, `${number} · ${words.ticket.states[state]}`),
            )}
          </ul>
        </nav>
      </details>
    `;
  }

  /** On a phone the list makes room for what was picked from it. */
  private fold(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const list = event.currentTarget;
    if (link !== null && list instanceof HTMLDetailsElement && !this.wide.matches) list.open = false;
  }

  private entry(id: string, address: string, text: string, below: string): TemplateResult {
    return html`<li>
      <a class="button" href=${address} aria-current=${id === this.shown ? 'true' : nothing}>
        <span class="line">${text}</span><span class="muted line">${below}</span>
      </a>
    </li>`;
  }
}

customElements.define('jw-own-list', JwOwnList);
