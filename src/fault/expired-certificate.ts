import { createPrivateKey, sign, X509Certificate } from 'node:crypto';

/** A part of a DER encoding: where its contents begin and end. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The certificate as it is, but expired: its two dates lie in the past, and it is signed by its own key.
 * @returns PEM
 */
export const expired = (certificate: string, key: string): string => {
  const der = Buffer.from(new X509Certificate(certificate).raw);
  // Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }
  const [tbs, algorithm] = partsOf(der, partAt(der, 0));
  if (tbs === undefined || algorithm === undefined) throw new TypeError('not a certificate');
  backdate(der, tbs);
  const signed = der.subarray(tbs.whole, tbs.end);
  const signature = sign('sha256', signed, createPrivateKey(key));
  const body = Buffer.concat([
    signed,
    der.subarray(algorithm.whole, algorithm.end),
    element(0x03, Buffer.concat([Buffer.of(0), signature])),
  ]);
  const base64 = element(0x30, body).toString('base64').replaceAll(/.{64}/g, '$&\n').trim();
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
};

/** tbsCertificate ::= { [0] version, serialNumber, signature, issuer, validity { notBefore, notAfter }, … } */
const backdate = (der: Buffer, tbs: Part): void => {
  const fields = partsOf(der, tbs);
  const validity = fields[der[tbs.start] === 0xa0 ? 4 : 3];
  if (validity === undefined) throw new TypeError('a certificate without validity');
  const now = new Date();
  for (const [index, years] of [2, 1].entries()) {
    const date = partsOf(der, validity)[index] ?? validity;
    const then = new Date(now).setFullYear(now.getFullYear() - years);
    const digits = new Date(then).toISOString().replaceAll(/[-T:]|\..*/g, '');
    // UTCTime has two digits of the year, GeneralizedTime four.
    der.write(`${digits.slice(14 - (date.end - date.start - 1))}Z`, date.start, 'latin1');
  }
};

const partAt = (der: Buffer, at: number): Part => {
  const first = der[at + 1] ?? 0;
  const bytes = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + bytes;
  return { start, end: start + (bytes === 0 ? first : der.readUIntBE(at + 2, bytes)) };
};

/** What a constructed part is made of; `whole` is where each one's tag stands. */
const partsOf = (der: Buffer, { start, end }: Part): readonly (Part & { readonly whole: number })[] => {
  const parts: (Part & { readonly whole: number })[] = [];
  for (let at = start; at < end; at = parts.at(-1)?.end ?? end) parts.push({ whole: at, ...partAt(der, at) });
  return parts;
};

const element = (tag: number, contents: Buffer): Buffer => {
  const { length } = contents;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), contents]);
};
