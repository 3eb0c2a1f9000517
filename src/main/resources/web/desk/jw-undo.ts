import { LitElement, css, html, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/** How long the service lets a reply be withdrawn. */
const SECONDS = 15;

/**
 * Says that a reply is out, and for a while offers to take it back.
 *
 * @element jw-undo
 * @fires jw-undo - take it back
 * @fires jw-gone - the time is over
 */
export class JwUndo extends LitElement {
  static override properties = { left: { state: true } };

  declare private left: number;

  private readonly say = new Localised(this);
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    theme,
    controls,
    css`
      :host {
        position: sticky;
        bottom: 0.75rem;
        z-index: 1;
      }
      .bar {
        justify-content: space-between;
        border: 2px solid var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this.left = SECONDS;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.tick(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    const { desk } = this.say.words;
    return html`
      <div class="card row bar">
        <p class="hidden" role="status">${desk.sent(SECONDS)}</p>
        <p aria-hidden="true">${desk.sent(this.left)}</p>
        <button @click=${() => this.dispatchEvent(new CustomEvent('jw-undo'))}>${desk.undo}</button>
      </div>
    `;
  }

  private tick(): void {
    this.left -= 1;
    if (this.left <= 0) this.dispatchEvent(new CustomEvent('jw-gone'));
  }
}

customElements.define('jw-undo', JwUndo);
