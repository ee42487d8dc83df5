import { defineToxic } from '../toxic.ts';

/** Lets everything through: a toxic that the dice spared, and a control for the others. */
export const noop = defineToxic({
  type: 'noop',
  attributes: [],
  async pipe(_attributes, stage) {
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read())
      await stage.pass(chunk);
  },
});
