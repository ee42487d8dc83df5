import { systemClock } from '../../src/core/clock.ts';
import type { System } from '../../src/compose/model.ts';
import { faults } from '../../src/fault/catalogue.ts';
import { borrow } from '../support/remote-environment.ts';

/** Injects the fault that it is told to, says so, and waits for its end. */
process.once('message', (message) => {
  const { system, kind, spec } = message as { system: System; kind: string; spec: unknown };
  const definition = faults.find((fault) => fault.kind === kind);
  if (definition === undefined) throw new Error(`no fault ${kind}`);
  const { signal } = new AbortController();
  const fault = definition.open(spec, { environment: borrow(system), clock: systemClock, signal });
  void fault.inject().then(() => process.send?.({ injected: true }));
});
