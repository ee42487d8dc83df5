import type { JudgedDrill } from './model.ts';

/** One object for a drill, as programs read it. Absent figures are `null`: they could not be measured. */
export const drillAsJson = ({ judgement, journal }: JudgedDrill): object => {
  const { plan, measures } = judgement;
  return {
    drill: plan.drill.name,
    runbook: plan.runbook.path,
    procedure: {
      slug: plan.procedure.slug,
      heading: plan.procedure.heading,
      alert: plan.procedure.alert ?? null,
    },
    backend: plan.backend,
    verdict: judgement.verdict,
    reasons: judgement.reasons,
    notes: judgement.notes,
    measures: {
      detectMs: measures.detectMs ?? null,
      respondMs: measures.respondMs ?? null,
      recoverMs: measures.recoverMs ?? null,
      outageMs: measures.outageMs ?? null,
      ackedWrites: measures.ackedWrites ?? null,
      lostWrites: measures.lostWrites ?? null,
    },
    objectives: judgement.objectives.map(({ measured, margin, met, origin, ...objective }) => ({
      ...objective,
      measured: measured ?? null,
      margin: margin ?? null,
      met,
      source: origin,
    })),
    evidence: judgement.evidence,
    control: judgement.control,
    steps: judgement.steps.map(({ lines, command, status, exitCode, ms, reason, tells }) => ({
      lines,
      command,
      status,
      exitCode: exitCode ?? null,
      ms,
      reason: reason ?? null,
      tells: tells ?? null,
    })),
    journal,
  };
};

/** One drill a line (JSON Lines): one object for one drill, and a stream that can be read while more drills run. */
export const json = (drills: readonly JudgedDrill[]): string =>
  drills.map((drill) => `${JSON.stringify(drillAsJson(drill))}\n`).join('');
