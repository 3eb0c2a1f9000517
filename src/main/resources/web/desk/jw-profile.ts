import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { CraftsmanProfile } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';

/** Fields that hold several entries, a line each. */
const LISTS = ['trades', 'processes', 'equipment', 'materials', 'titles', 'languages'] as const;

/**
 * What a craftsman says he can do, by which questions find him; he edits it himself.
 *
 * @element jw-profile
 * @prop backend - the service
 */
export class JwProfile extends LitElement {
  static override properties = {
    backend: { attribute: false },
    profile: { state: true },
    failure: { state: true },
    saved: { state: true },
  };

  declare backend: Backend | null;
  declare private profile: CraftsmanProfile | null;
  declare private failure: Failure | null;
  declare private saved: boolean;

  private readonly say = new Localised(this);

  static override styles = [theme, controls];

  constructor() {
    super();
    this.backend = null;
    this.profile = null;
    this.failure = null;
    this.saved = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') && this.backend !== null) void this.read(this.backend);
  }

  protected override render(): TemplateResult {
    const { profile } = this.say.words;
    return html`
      <section class="card" aria-label=${profile.title}>
        <details>
          <summary>${profile.title}</summary>
          <jw-notice .failure=${this.failure}></jw-notice>
          ${this.profile === null ? nothing : this.form(this.profile)}
        </details>
      </section>
    `;
  }

  private form(shown: CraftsmanProfile): TemplateResult {
    const { profile } = this.say.words;
    return html`
      <form class="stack" @submit=${(event: SubmitEvent) => void this.save(event, shown)}>
        <p class="muted">${profile.hint}</p>
        ${LISTS.map(
          (list) =>
            html`<label class="field">
              <span>${profile.lists[list]}</span>
              <textarea name=${list} rows="2" .value=${shown[list].join('\n')}></textarea>
            </label>`,
        )}
        <label class="field">
          <span>${profile.capacity}</span>
          <input name="capacity" type="number" min="0" max="1000" .value=${`${shown.capacity ?? ''}`} />
        </label>
        <label class="check"><input name="available" type="checkbox" .checked=${shown.available} />${profile.available}</label>
        <label class="check"><input name="visits" type="checkbox" .checked=${shown.visits} />${profile.visits}</label>
        <div><button class="main">${profile.save}</button></div>
        <p role="status">${this.saved ? profile.saved : ''}</p>
      </form>
    `;
  }

  private async read(backend: Backend): Promise<void> {
    try {
      this.profile = await backend.get<CraftsmanProfile>('/craftsmen/me/profile');
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async save(event: SubmitEvent, shown: CraftsmanProfile): Promise<void> {
    event.preventDefault();
    if (this.backend === null) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const capacity = String(fields.get('capacity') ?? '');
    const lists = Object.fromEntries(LISTS.map((list) => [list, String(fields.get(list) ?? '').split('\n')]));
    this.failure = null;
    this.saved = false;
    try {
      this.profile = await this.backend.put<CraftsmanProfile>('/craftsmen/me/profile', {
        ...lists,
        region: shown.region ?? null,
        capacity: capacity === '' ? null : Number(capacity),
        available: fields.has('available'),
        visits: fields.has('visits'),
      });
      this.saved = true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-profile', JwProfile);
