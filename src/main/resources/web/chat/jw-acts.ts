import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Citation, Turn } from '../core/contract';
import { copyText } from '../core/clipboard';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/** What an asker thinks of an answer. */
export interface Opinion {
  readonly helpful: boolean;
  readonly reason: string;
}

/**
 * What can be done with an answer: rate it, with a reason if one likes, copy it, ask again.
 *
 * @element jw-acts
 * @prop turn - a complete turn, answered or stopped
 * @prop busy - something is being sent
 * @fires jw-rate - an Opinion
 * @fires jw-regenerate - the question shall be asked again
 */
export class JwActs extends LitElement {
  static override properties = {
    turn: { attribute: false },
    busy: { attribute: false },
    asking: { state: true },
    told: { state: true },
  };

  declare turn: Turn | null;
  declare busy: boolean;
  /** The thumb that was pressed last and may still get a reason. */
  declare private asking: boolean | null;
  /** What became of copying. */
  declare private told: string;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      .acts button {
        padding: 0.3rem 0.8rem;
        font-size: 0.9rem;
      }
      .acts button[aria-pressed='true'] {
        border-color: var(--_accent);
        color: var(--_accent);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.turn = null;
    this.busy = false;
    this.asking = null;
    this.told = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { turn } = this;
    if (turn === null) return nothing;
    const { answerActs: acts } = this.say.words;
    return html`
      <div class="acts row" role="group" aria-label=${acts.label}>
        ${turn.answer === null ? nothing : html`${this.thumb(turn, true)}${this.thumb(turn, false)}`}
        ${turn.answer === null
          ? nothing
          : html`<button @click=${() => this.copy(turn)}>${acts.copy}</button>`}
        ${turn.regeneratedBy === null
          ? html`<button aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.again}>${acts.again}</button>`
          : html`<span class="muted">${acts.replaced}</span>`}
        <span class="muted" role="status">${this.told}</span>
      </div>
      ${this.asking === null ? nothing : this.reason(turn, this.asking)}
    `;
  }

  private thumb(turn: Turn, helpful: boolean): TemplateResult {
    const { answerActs: acts } = this.say.words;
    const pressed = turn.feedback?.helpful === helpful;
    return html`<button
      aria-pressed=${pressed ? 'true' : 'false'}
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => this.rate(helpful)}
    >
      <span aria-hidden="true">${helpful ? '👍' : '👎'}</span>${helpful ? acts.helpful : acts.notHelpful}
    </button>`;
  }

  private reason(turn: Turn, helpful: boolean): TemplateResult {
    const { answerActs: acts } = this.say.words;
    return html`<form class="stack" @submit=${(event: SubmitEvent) => this.explain(event, helpful)}>
      <label class="field"
        ><span>${helpful ? acts.whyHelpful : acts.whyNot}</span
        ><textarea name="reason" rows="2" maxlength="500" .value=${turn.feedback?.reason ?? ''}></textarea>
      </label>
      <div class="row">
        <button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${acts.sendReason}</button>
        <button type="button" @click=${() => (this.asking = null)}>${acts.noReason}</button>
      </div>
    </form>`;
  }

  private rate(helpful: boolean): void {
    if (this.busy) return;
    this.asking = helpful;
    const before = this.turn?.feedback;
    this.tell({ helpful, reason: before?.helpful === helpful ? (before.reason ?? '') : '' });
  }

  private explain(event: SubmitEvent, helpful: boolean): void {
    event.preventDefault();
    if (this.busy) return;
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason') ?? '').trim();
    this.asking = null;
    this.told = this.say.words.answerActs.thanks;
    this.tell({ helpful, reason });
  }

  private tell(opinion: Opinion): void {
    this.dispatchEvent(new CustomEvent('jw-rate', { detail: opinion }));
  }

  private again(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent('jw-regenerate'));
  }

  private async copy(turn: Turn): Promise<void> {
    const { answerActs: acts, chat } = this.say.words;
    const label = turn.answer?.composer === 'MODEL' ? chat.model : chat.extractive;
    this.told = (await copyText(asText(turn, label, chat.sources))) ? acts.copied : acts.notCopied;
  }
}

/** An answer as plain text: its sentences with their numbers, who wrote them, and the numbered sources. */
export function asText(turn: Turn, label: string, sources: string): string {
  const sentences = (turn.answer?.sentences ?? []).map(
    ({ text, citations }) => text + citations.map((number) => `[${number}]`).join(''),
  );
  const warning = turn.safety >= 2 && turn.message !== null ? [turn.message, ''] : [];
  return [
    turn.question,
    '',
    ...warning,
    ...sentences,
    '',
    label,
    `${sources}:`,
    ...turn.citations.map(source),
  ].join('\n');
}

function source({ number, title, author, quote }: Citation): string {
  return `[${number}] ${[title, author].filter(Boolean).join(' · ')}: ${quote}`;
}

if (customElements.get('jw-acts') === undefined) customElements.define('jw-acts', JwActs);
