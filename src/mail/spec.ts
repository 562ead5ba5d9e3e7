import { z } from 'zod';

const address = z
  .string()
  .refine((text) => z.email().safeParse(text).success, 'must be an e-mail address like ana@example.org');

const host = z.string().regex(/^[\w.:-]+$/, 'must be the name of a host like smtp.example.org');

const smtp = z
  .strictObject({
    host: host.describe('name of the mail server'),
    port: z.int().min(1).max(65_535).optional().describe('left out: 465 with tls, 587 with starttls, 25 with none'),
    secure: z
      .enum(['tls', 'starttls', 'none'])
      .default('starttls')
      .describe(
        'tls from the first byte, starttls after a greeting (nothing is sent where the server lacks it), or none: a relay of your own that asks for no password',
      ),
    ca: z
      .string()
      .min(1)
      .optional()
      .describe(
        'PEM file with the certificate of whoever signed that of the server, where the world does not know them',
      ),
    user: z.string().min(1).optional().describe('who to log in as; left out: nobody'),
    password_env: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable, like SMTP_PASSWORD')
      .optional()
      .describe(
        'name of the environment variable that holds the password; the password itself stands in no file of bezero',
      ),
  })
  .superRefine((server, context) => {
    const problem = (key: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [key], message });
    };
    if (server.user !== undefined && server.password_env === undefined)
      problem('user', 'must come with password_env, the environment variable that holds the password');
    if (server.user === undefined && server.password_env !== undefined)
      problem('password_env', 'must come with user, who logs in with it');
    if (server.secure === 'none' && server.password_env !== undefined)
      problem('secure', 'must be tls or starttls where there is a password, which must not travel in the clear');
  });

/** `mail` of a pipeline: who is told how a night went, and through which server. */
export const mailSpec = z.strictObject({
  to: z
    .union([address, z.array(address).min(1)], 'must be an e-mail address or a list of them')
    .describe('who gets the mail: an address, or a list'),
  from: address.describe('the address it comes from'),
  smtp: smtp.describe('the server that takes it'),
  on: z
    .array(z.enum(['success', 'failure']))
    .min(1)
    .default(['success', 'failure'])
    .describe('when: success = a release was published, or a source has a warning; failure = none was'),
  attach_report: z
    .boolean()
    .default(true)
    .describe('sends report.html along, which holds lists of customer ids; false: says where it lies'),
});

/** `mail` of a pipeline, as it is written, with its defaults. */
export type MailSpec = z.infer<typeof mailSpec>;
