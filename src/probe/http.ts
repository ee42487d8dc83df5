import { z } from 'zod';
import { requestHttp } from '../environment/dial/http.ts';
import { defineProbe } from './model.ts';
import { placeProblems } from './place.ts';
import { inWords, oneLine, ProbeError } from './reason.ts';

const status = z.number().int().min(100).max(599);

const schema = z
  .strictObject({
    http: z
      .url({ protocol: /^http$/, error: 'not a URL such as http://localhost:8000/health' })
      .describe('Asked with GET: a published port of localhost, or a service and its own port.'),
    status: z
      .union([status, z.array(status).nonempty()])
      .optional()
      .describe('The status that holds, or several. Default: any from 200 to 299.'),
    body: z.string().min(1).optional().describe('What the answer must contain.'),
  })
  .describe('An HTTP request is answered as it should be.');

/** An HTTP request is answered as it should be. Redirects are not followed: they are an answer. */
export const httpProbe = defineProbe<z.infer<typeof schema>>({
  kind: 'http',
  schema,
  validate: ({ http, status: wanted }, system) => {
    const { hostname, port } = new URL(http);
    const statuses = [wanted ?? []].flat();
    const broken = statuses.find((each) => each >= 500);
    const well = statuses.find((each) => each < 400);
    return [
      ...placeProblems({ host: hostname, port: Number(port || 80) }, system),
      ...(broken && well ? [`it holds for ${broken} as for ${well}: it can hardly fail`] : []),
    ];
  },
  open: ({ http, status: wanted, body: part }, environment) => {
    const holds = (answered: number): boolean =>
      wanted === undefined ? answered >= 200 && answered < 300 : [wanted].flat().includes(answered);
    return {
      sample: (signal) =>
        inWords(async () => {
          const answer = await requestHttp(environment, { url: http }, signal);
          const said = answer.body.trim() === '' ? '' : `: ${oneLine(answer.body)}`;
          if (!holds(answer.status)) throw new ProbeError(`${answer.status}${said}`);
          if (part !== undefined && !answer.body.includes(part))
            throw new ProbeError(`${answer.status} without "${part}"${said}`);
          return `${answer.status}`;
        }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});
