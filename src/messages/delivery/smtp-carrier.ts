import { createTransport } from 'nodemailer';
import { carrierUnavailable } from '../messages.failures.ts';
import type { Carrier, Outcome } from './carrier.ts';
import { mailOptions } from './mail.ts';

/** One connection at a time, used again for the letters of one delivery; no letter is repeated by the pool itself. */
const POOL = { pool: true, maxConnections: 1, maxMessages: Infinity, maxRequeues: 0 } as const;

/** What a server is waited for, in milliseconds: together less than a message is claimed for. */
const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 30_000,
};

/** Carries letters to the mail server of an address such as `smtps://user:password@mail.example.org`. */
export function smtpCarrier(url: string): Carrier {
  const host = new URL(url).host;
  const open = () => createTransport({ ...POOL, ...PATIENCE, url });
  let transport: ReturnType<typeof open> | undefined;
  return {
    async carry(letter) {
      transport ??= open();
      try {
        await transport.sendMail(mailOptions(letter));
        return 'TAKEN';
      } catch (error) {
        const outcome = outcomeOf(error as SmtpError);
        // Not with its cause: a server's words repeat addresses, and they would reach the log.
        if (outcome === 'UNAVAILABLE')
          throw carrierUnavailable({ where: host, reason: reasonOf(error as SmtpError) });
        return outcome;
      }
    },
    rest() {
      transport?.close();
      transport = undefined;
    },
  };
}

/** What nodemailer says of a failure. */
interface SmtpError {
  code?: string;
  originalCode?: string;
  /** RFC 5321, 4.2: 4.. not now, 5.. never. */
  responseCode?: number;
  /** At which command, `API` for what was wrong before one was sent. */
  command?: string;
}

/** Codes about the connection or the login, whatever the command: RFC 5321 4.2.3, RFC 4954 6. */
const OF_THE_CONNECTION: readonly (number | undefined)[] = [421, 454, 530, 534, 535, 538];

/** Whether a failure lies with one letter or with the server; a refused sender is a matter of settings. */
function outcomeOf({ code, responseCode, command }: SmtpError): Exclude<Outcome, 'TAKEN'> | 'UNAVAILABLE' {
  if (code === 'EENVELOPE' && command === 'API') return 'REFUSED';
  const ofTheLetter = command === 'RCPT TO' || command === 'DATA';
  if (!ofTheLetter || responseCode === undefined || OF_THE_CONNECTION.includes(responseCode))
    return 'UNAVAILABLE';
  return responseCode >= 500 ? 'REFUSED' : 'LATER';
}

const reasonOf = ({ code, originalCode, responseCode, command }: SmtpError): string =>
  [originalCode ?? code ?? 'it failed', responseCode, command && `at ${command}`].filter(Boolean).join(' ');
