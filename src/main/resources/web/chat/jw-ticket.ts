import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { nameOf, type Message, type Ticket, type TicketSummary } from '../core/contract';
import { Localised } from '../core/language';
import { theme } from '../core/theme';
import './jw-confirm';
import './jw-say';

/**
 * A ticket as its asker sees it: where it stands, the craftsman's reply, and whether it worked.
 *
 * @element jw-ticket
 * @attr question - shows the question too, where no thread stands above it
 * @prop ticket - the ticket, or only its summary while the rest is being read
 * @prop busy - a confirmation is being sent
 * @fires jw-confirm - a Confirmation
 * @fires jw-say - `{event, text}`: an answer to what the craftsman asked, or a closed ticket taken up again
 */
export class JwTicket extends LitElement {
  static override properties = {
    ticket: { attribute: false },
    busy: { attribute: false },
    question: { type: Boolean },
  };

  declare ticket: Ticket | TicketSummary | null;
  declare busy: boolean;
  declare question: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      .card {
        border-inline-start: 4px solid var(--_accent);
      }
      .state {
        font-weight: 600;
      }
      .message {
        border-top: 1px solid var(--_line);
        padding-top: 0.6rem;
      }
      .reply {
        background: var(--_ground);
        border-radius: var(--_radius);
        padding: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.ticket = null;
    this.busy = false;
    this.question = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { ticket } = this;
    if (ticket === null) return nothing;
    const whole = isWhole(ticket) ? ticket : null;
    const owner = nameOf(whole?.owner);
    const waiting = ['NEW', 'OPEN', 'ASSIGNED', 'PENDING', 'ON_HOLD'].includes(ticket.state);
    return html`
      <section class="card stack" aria-label=${words.ticket.title(ticket.number)}>
        <div>
          <h2>${words.ticket.title(ticket.number)}</h2>
          <div role="status">
            <p class="state">${words.ticket.states[ticket.state]}</p>
            ${waiting ? html`<p class="muted">${this.expected(ticket)}</p>` : nothing}
          </div>
          ${owner === '' ? nothing : html`<p class="muted">${words.ticket.owner(owner)}</p>`}
          ${waiting ? html`<p class="muted">${words.ticket.waitHere}</p>` : nothing}
        </div>
        ${(whole?.askers ?? 1) > 1 ? html`<p class="muted">${words.ticket.askers(whole?.askers ?? 1)}</p>` : nothing}
        ${this.question && whole !== null ? html`<p class="message words">${whole.question}</p>` : nothing}
        <div class="stack" aria-live="polite">${(whole?.messages ?? []).map((message) => this.message(message, owner))}</div>
        ${ticket.state === 'SOLVED' && whole?.you?.mayConfirm !== false
          ? html`<jw-confirm .busy=${this.busy} @jw-confirm=${this.pass}></jw-confirm>`
          : nothing}
        ${this.outcome(ticket, whole)}
        ${whole?.you?.may?.includes('ANSWER')
          ? html`<jw-say event="answer" label=${words.ticket.answerBack} .busy=${this.busy} @jw-say=${this.pass}></jw-say>`
          : nothing}
        ${whole?.you?.may?.includes('FOLLOW_UP')
          ? html`<jw-say event="follow-up" label=${words.ticket.followUp} .busy=${this.busy} @jw-say=${this.pass}></jw-say>`
          : nothing}
      </section>
    `;
  }

  /** What became of the asker's word on the reply. */
  private outcome(ticket: TicketSummary, whole: Ticket | null): TemplateResult | typeof nothing {
    const { words } = this.say;
    const replied = whole?.messages?.some(({ from }) => from === 'CRAFTSMAN') ?? false;
    if (replied && (ticket.state === 'ASSIGNED' || ticket.state === 'OPEN')) {
      return html`<p>${words.ticket.backToCraftsman}</p>`;
    }
    if (ticket.state !== 'CLOSED') return nothing;
    return html`<p>${words.ticket.thanks} ${whole?.article ? words.ticket.published : ''}</p>`;
  }

  private expected(ticket: TicketSummary): string {
    const { words } = this.say;
    return ticket.expectedBy ? words.ticket.expected(this.say.time(ticket.expectedBy)) : words.ticket.noEstimate;
  }

  private message(message: Message, owner: string): TemplateResult {
    const { words } = this.say;
    const reply = message.from === 'CRAFTSMAN';
    const from = reply
      ? words.ticket.replyOf(owner || words.person)
      : message.from === 'ASKER'
        ? words.ticket.yourWords
        : message.from === 'SYSTEM'
          ? words.ticket.notice
          : words.ticket.replyOf(message.from);
    return html`<div class="message">
      <p class="muted">${from} <time datetime=${message.at}>${this.say.time(message.at)}</time></p>
      <p class="words ${reply ? 'reply' : ''}">${message.text}</p>
    </div>`;
  }

  private pass(event: Event): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: (event as CustomEvent<unknown>).detail }));
  }
}

function isWhole(ticket: Ticket | TicketSummary): ticket is Ticket {
  return 'epoch' in ticket;
}

if (customElements.get('jw-ticket') === undefined) customElements.define('jw-ticket', JwTicket);
