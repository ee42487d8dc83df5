import { formatDuration } from '../../core/duration.ts';
import { formatFigure } from '../../core/figure.ts';
import type { Level } from '../../probe/level.ts';
import type { Plan } from '../../plan/model.ts';
import { objectiveOf } from '../../plan/objective-of.ts';
import { type ArmFacts, isLoadOver } from '../facts.ts';
import type { JudgedObjective } from '../model.ts';
import { crossedIn } from '../objectives.ts';
import type { Rule } from '../rule.ts';

export const objectiveMissed: Rule = ({ objectives, facts: { treated } }) =>
  objectives
    .filter(({ met, measured }) => !met && measured !== undefined)
    .map((objective) => ({ code: 'objective-missed', message: missed(objective, treated) }));

const missed = (
  { name, limit, unit, measured = 0, after, within, origin }: JudgedObjective,
  treated: ArmFacts,
): string => {
  const figure = formatFigure(limit, unit);
  const promised = origin.from === 'default' ? `allowed ${figure} by default` : `promised ${figure}`;
  const which = name === 'load-thresholds' ? ` (${crossedIn(treated).join(', ')})` : '';
  if (within === undefined) return `${name}: ${formatFigure(measured, unit)}${which}, ${promised}`;
  const when = after === undefined ? 'at the end' : `only after ${formatDuration(after)}`;
  return `${name}: ${formatFigure(measured, unit)} ${when}, ${promised} within ${formatDuration(within)}`;
};

/** Of lost writes, the ledgers say more: `ledgerUnchecked`. */
export const unmeasured: Rule = ({ objectives, facts: { plan, treated } }) =>
  objectives.flatMap((objective, index) =>
    objective.measured !== undefined || objective === objectiveOf(objectives, 'lost-writes')
      ? []
      : [
          {
            code: 'objective-unmeasured',
            message: `${objective.name} could not be measured${whyNot(objective, plan, treated, treated.levels[index])}`,
          },
        ],
  );

const whyNot = (
  { name, within, limit, unit }: JudgedObjective,
  { load, timing }: Plan,
  treated: ArmFacts,
  level: Level | undefined,
): string => {
  if (level?.heldSince !== undefined && !level.isTold) {
    const more = load ? 'a higher "rate" of the load' : '"load", or a shorter "interval"';
    return `: ${level.asked} ${load ? 'requests' : 'samples'} without a break do not tell ${formatFigure(limit, unit)}, which takes ${level.needed}: ${more}`;
  }
  if (within !== undefined)
    return `: it was not seen for ${formatDuration(timing.stableFor)} after the recovery`;
  if (load && isLoadOver(treated)) return `: ${LOAD_OVER}`;
  const empty = treated.thresholds?.find((threshold) => threshold.empty);
  if (name === 'load-thresholds')
    return empty === undefined
      ? ': k6 told of no threshold of the script'
      : `: nothing was measured for ${empty.metric}`;
  return name === 'availability' && load ? ': the load made no request' : '';
};

const LOAD_OVER = 'the load was over before the system was back';

/** What is promised of the load says so itself. */
export const loadOver: Rule = ({ facts: { treated } }) =>
  isLoadOver(treated) ? [{ code: 'load-over', message: `${LOAD_OVER}: it came back without` }] : [];

export const noObjective: Rule = ({ objectives }) =>
  objectives.length > 0
    ? []
    : [
        {
          code: 'no-objective',
          message: 'neither the drill nor the runbook promises anything to hold it to',
        },
      ];
