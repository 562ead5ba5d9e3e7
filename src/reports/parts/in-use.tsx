import type { VNode } from 'preact';
import type { UpkeptModel } from '../../text/en/upkeep.ts';
import { phrase, type Phrase } from '../../text/phrase.ts';
import { featureLabel } from '../features.ts';
import { wordOf, type View } from '../view.ts';
import { Rich } from './rich.tsx';

/** Since when a model is in use, and why it was used again or fitted anew; null: it is the first, or it is fitted every night. */
function sentence(view: View, model: UpkeptModel): Phrase | null {
  const { t, data } = view;
  const upkeep = data.upkeeps[model];
  if (upkeep === undefined || upkeep.why.length === 0) return null;
  const { inputs } = t.upkeep;
  const label = (feature: string): string =>
    Object.hasOwn(inputs, feature) ? wordOf(inputs, feature) : featureLabel(view, feature);
  const causes = upkeep.why.flatMap((cause, i) => phrase`${i === 0 ? '' : '; '}${t.upkeep.cause(cause, label)}`);
  return upkeep.isReused ? t.upkeep.usedAgain(model, upkeep, causes) : t.upkeep.fittedAnew(model, causes);
}

/** Since when models are in use, a line each. */
export const InUse = ({ view, models }: { view: View; models: readonly UpkeptModel[] }): VNode => (
  <>
    {models.map((model) => {
      const said = sentence(view, model);
      return said === null ? null : (
        <p class="small soft">
          <Rich text={said} />
        </p>
      );
    })}
  </>
);
