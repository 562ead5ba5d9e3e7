import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { pipelineJsonSchemaText } from '../../src/pipeline/json-schema.ts';
import { configHash, readPipeline, whereIn } from '../../src/pipeline/spec.ts';

const root = new URL('../../', import.meta.url);

const sound = `name: nightly
store: ../store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  shop:
    files: [in/a.csv, /data/b.csv]
    tables: { purchases: same }
`;

/** The lines of the error that a text is refused with. */
function problemsOf(text: string, file = 'p.yaml'): string[] {
  try {
    readPipeline(file, text);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n');
  }
  return [];
}

/** The problems of a sound pipeline with one thing more or otherwise. */
const problemsWith = (...changes: readonly string[]): string[] => problemsOf(sound + changes.join('\n'));

describe('readPipeline(file, text)', () => {
  it('fills in defaults and resolves paths from the file', () => {
    const pipeline = readPipeline('pipelines/nightly.yaml', sound, '/shop');
    expect(pipeline.file).toBe('/shop/pipelines/nightly.yaml');
    expect(pipeline.store).toBe('/shop/store');
    expect(pipeline.sources['shop']).toMatchObject({
      files: ['/shop/pipelines/in/a.csv', '/data/b.csv'],
      delimiter: ',',
      mode: 'delta',
      max_rejected: '1%',
    });
    expect(pipeline.costs).toEqual({
      fulfilment_per_order: 0,
      fulfilment_per_line: 0,
      handling_per_return: 0,
      contacts: {},
    });
    expect(pipeline.outputs).toEqual({ segments: true, workbook: false, parquet: true, arrow: false, report: true });
    expect(pipeline.keep).toEqual({ warehouses: 3, releases: 30 });
    expect(pipeline.steps).toEqual([]);
    expect(pipeline.engine).toEqual({});
  });

  it('gives one form to what may be written in several', () => {
    const text = `${sound}
rates: { USD: 0.92, GBP: [{ from: 2026-03-01, rate: 1.2 }, { from: 2025-01-01, rate: 1.1 }] }
costs: { contacts: { email: 0.01, call_center: { per_minute: 0.9 }, '*': 0.2 } }
steps:
  - rfm: {}
  - kmeans: { features: [frequency], k: 3 }
`;
    const pipeline = readPipeline('p.yaml', text);
    expect(pipeline.rates).toEqual({
      USD: [{ from: null, rate: 0.92 }],
      GBP: [
        { from: '2025-01-01', rate: 1.1 },
        { from: '2026-03-01', rate: 1.2 },
      ],
    });
    expect(pipeline.costs.contacts).toEqual({
      email: { per_contact: 0.01, per_minute: 0 },
      call_center: { per_contact: 0, per_minute: 0.9 },
      '*': { per_contact: 0.2, per_minute: 0 },
    });
    expect(pipeline.steps.map(({ model }) => model)).toEqual(['rfm', 'kmeans']);
    expect(pipeline.steps[1]!.options).toMatchObject({ k: 3, features: ['frequency'], standardize: true });
  });

  it('reads the pipelines of the project', () => {
    for (const file of ['pipelines/nightly.yaml']) {
      expect(readPipeline(file, readFileSync(new URL(file, root), 'utf8')).steps).toHaveLength(9);
    }
  });
});

describe('what a pipeline is refused for', () => {
  it('tells all problems at once, each with file, line and column, in the order of the file', () => {
    const text = `name: Nightly
stroe: ../store
time_zone: Europe/Madird
as_of: 2026-02-30
currency: EURO
rates: { USD: 0, gbp: 1.2, CHF: [{ from: 2024-01-01, rte: 2 }] }
sources:
  shop:
    files: a.csv
    delimeter: ";"
    max_rejected: 1 percent
    encoding: utf-99
    decimal_mark: ","
    thousands_mark: ","
    tables:
      purchases: { order_id: a, custmer_id: b, purchased_at: c, quantity: 3 }
      customers: sme
  My Shop: {}
costs: { fulfilment_per_order: 1.23456, contacts: { email: -1, web: { per_contct: 2 }, chat: cheap } }
steps:
  - rfm: { bins: 5.5 }
  - kmeans: { k: six, features: [a, a] }
  - kmeens: { k: 3 }
  - rfm:
  - {}
outputs: { report: yes, segments: { peple: true, platform: [mail] }, arrow: [segment_sise] }
engine: { threads: 0, memory_limit: lots }
`;
    expect(problemsOf(text, 'pipelines/nightly.yaml')).toEqual(
      [
        '1:7: name must be lower-case letters, digits and hyphens, got "Nightly"',
        '2:1: stroe is not known; did you mean store?',
        '3:12: time_zone must be an IANA time zone like Europe/Madrid, got "Europe/Madird"',
        '4:8: as_of must be yesterday, latest or a day like 2026-11-20, got "2026-02-30"',
        '5:11: currency must be an ISO 4217 code like EUR, got "EURO"',
        '6:15: rates.USD must be a number above 0, got 0',
        '6:18: rates.gbp must be an ISO 4217 code like USD',
        '6:54: rates.CHF[0].rte is not known; did you mean rate?',
        '10:5: sources.shop.delimeter is not known; did you mean delimiter?',
        '11:19: sources.shop.max_rejected must be a whole number or a percentage, like 100 or 0.5%, got "1 percent"',
        '12:15: sources.shop.encoding must be an encoding like utf-8, windows-1252 or utf-16le, got "utf-99"',
        '14:21: sources.shop.thousands_mark must differ from decimal_mark, got ","',
        '16:33: sources.shop.tables.purchases.custmer_id is not known; did you mean customer_id?',
        '16:75: sources.shop.tables.purchases.quantity must be text, got 3; put it in quotes',
        '17:18: sources.shop.tables.customers must be a mapping or "same", got "sme"',
        '18:3: sources.My Shop must be named by lower-case letters, digits and underscores',
        '19:32: costs.fulfilment_per_order must have at most 4 decimals, got 1.23456',
        '19:60: costs.contacts.email must be a number from 0 up, got -1',
        '19:71: costs.contacts.web.per_contct is not known; did you mean per_contact?',
        '19:94: costs.contacts.chat must be a number or a mapping of per_contact and per_minute, got "cheap"',
        '21:18: steps[0].rfm.bins must be a whole number from 2 to 10, got 5.5',
        '22:18: steps[1].kmeans.k must be a whole number from 2 to 100, auto, or a range like {from: 3, to: 8}, got "six"',
        '22:33: steps[1].kmeans.features must not name a feature twice',
        '23:5: steps[2].kmeens is not known; did you mean kmeans?',
        '24:9: steps[3].rfm must be a mapping, got nothing',
        '25:5: steps[4] must name one model: rfm, kmeans, discriminant, tree, repurchase, clv, basket, next_product, lookalike',
        '26:20: outputs.report must be true or false, got "yes"',
        '26:37: outputs.segments.peple is not known; did you mean people?',
        '26:61: outputs.segments.platform[0] must be one of "email", "phone", "sms", "post", "google", "meta", got "mail"',
        '26:78: outputs.arrow[0] must be a table of marts; did you mean segment_size?, got "segment_sise"',
        '27:20: engine.threads must be a whole number from 1 up, got 0',
        '27:37: engine.memory_limit must be a size like 4GB, got "lots"',
      ].map((problem) => `pipelines/nightly.yaml:${problem}`),
    );
  });

  it.each([
    [
      'what is missing, with its meaning',
      'name: x\n',
      'p.yaml:1:1: currency must be given: ISO 4217 code that all money is shown in, like EUR',
    ],
    ['an empty file', '# nothing yet\n', 'p.yaml:1:1: the pipeline must not be empty; "bezero init" writes one'],
    ['a file that is a list', '- a\n', 'p.yaml:1:1: the pipeline must be a mapping, got a list'],
    [
      'a key that stands twice',
      `${sound}name: again\n`,
      'p.yaml:10:1: a key must be written once; it stands above already',
    ],
    ['tabs', 'a:\n\tb: 1\n', 'p.yaml:2:1: indentation must be spaces, not tabs'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'p.yaml:2:1: the file must hold one document; "---" begins a second one'],
    ['tags', 'a: !!binary x\nb: !mine 2\n', 'p.yaml:2:4: tags like !mine are not allowed here'],
    ['an open bracket', 'a: [1, 2\n', '"[" must be closed by "]"'],
    ['an open quote', 'a: "x\n', 'a text in quotes must be closed by the same quote'],
    ['an unknown alias', 'a: *b\n', 'p.yaml:1:1: unresolved alias (the anchor must be set before the alias): b'],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it('a bomb of aliases', () => {
    const level = (name: string, of: string): string =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(', ')}]\n`;
    expect(problemsOf(`a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}`)).toEqual([
      'p.yaml:1:1: anchors must not be repeated more than 100 times',
    ]);
  });

  it('steps that do not go together', () => {
    expect(
      problemsWith('steps:', '  - rfm: {}', '  - discriminant: { predictors: [age_years] }', '  - rfm: {}'),
    ).toEqual([
      'p.yaml:12:5: steps[1] must come with a step kmeans, which makes the classes that it tells apart',
      'p.yaml:13:5: steps[2] must not fit rfm again: a model is fitted once',
    ]);
    expect(
      problemsWith('steps:', '  - discriminant: { class: rfm_segment, predictors: [age_years] }', '  - rfm: {}'),
    ).toEqual([]);
  });

  it('mail without an address, or with a password that would travel in the clear', () => {
    expect(
      problemsWith(
        'mail:',
        '  to: [ana, jon@example.org]',
        '  from: "Crm <crm@example.org>"',
        '  smtp: { host: "a b", secure: none, user: crm, password_env: a b, password: x }',
        '  on: [sometimes]',
      ),
    ).toEqual([
      'p.yaml:11:8: mail.to[0] must be an e-mail address like ana@example.org, got "ana"',
      'p.yaml:12:9: mail.from must be an e-mail address like ana@example.org, got "Crm <crm@example.org>"',
      'p.yaml:13:17: mail.smtp.host must be the name of a host like smtp.example.org, got "a b"',
      'p.yaml:13:32: mail.smtp.secure must be tls or starttls where there is a password, which must not travel in the clear, got "none"',
      'p.yaml:13:63: mail.smtp.password_env must be the name of an environment variable, like SMTP_PASSWORD, got "a b"',
      'p.yaml:13:68: mail.smtp.password is not known; known here: port, ca',
      'p.yaml:14:8: mail.on[0] must be one of "success", "failure", got "sometimes"',
    ]);
    const mail = (smtp: string): string => `mail: { to: a@example.org, from: b@example.org, smtp: ${smtp} }`;
    expect(problemsWith(mail('{ host: localhost, user: crm }'))).toEqual([
      'p.yaml:10:80: mail.smtp.user must come with password_env, the environment variable that holds the password, got "crm"',
    ]);
    const mailing = readPipeline('in/p.yaml', sound + mail('{ host: localhost, ca: our.pem }'), '/shop');
    expect(mailing.mail!.smtp).toEqual({ host: 'localhost', secure: 'starttls', ca: '/shop/in/our.pem' });
    expect(configHash(mailing)).toBe(configHash(readPipeline('in/p.yaml', sound, '/shop')));
  });

  it('lengths of time and rates without their unit', () => {
    expect(
      problemsWith('steps:', '  - clv: { horizon: 12, discount: 10%, margin: 130%, holdout: 3 months, unit: year }'),
    ).toEqual([
      'p.yaml:11:21: steps[0].clv.horizon must be a length of time with its unit, like "12 months" or 52w, got 12',
      'p.yaml:11:35: steps[0].clv.discount must be a rate with its period, like "10% per year" or "1% per month", or 0, got "10%"',
      'p.yaml:11:48: steps[0].clv.margin must be a share of the spend above 0, like 30% or 0.3, got "130%"',
      'p.yaml:11:63: steps[0].clv.holdout must be auto, none, whole weeks or days like 39w or 90d, or the last day that is learnt from, like 2026-03-31, got "3 months"',
      'p.yaml:11:79: steps[0].clv.unit must be one of "day", "week", "month", got "year"',
    ]);
    expect(problemsWith('steps:', '  - clv: { horizon: 52w, discount: 0, margin: 0.3, holdout: 90d }')).toEqual([]);
  });

  it('names that are not seen as they are, or too long; any punctuation is welcome', () => {
    const audience = (title: string): string => `audiences: { a: { where: "true", title: ${JSON.stringify(title)} } }`;
    expect(problemsWith(audience('Families <3 kids & "pets" ../x'))).toEqual([]);
    expect(problemsWith(audience('two\nlines'))).toEqual([
      'p.yaml:10:41: audiences.a.title must be one line of characters that can be seen; it holds a line break (U+000A), got "two\\nlines"',
    ]);
    expect(problemsWith(audience('a\u202eb'))).toEqual([
      'p.yaml:10:41: audiences.a.title must be one line of characters that can be seen; it holds a mark that turns the direction of the text around it (U+202E), got "a\\u202Eb"',
    ]);
    expect(problemsWith(audience('x'.repeat(61)))[0]).toContain('audiences.a.title must have 60 characters at most');
    expect(problemsWith('company: "a\\u0007b"')).toEqual([
      'p.yaml:10:10: company must be one line of characters that can be seen; it holds a control character (U+0007), got "a\\u0007b"',
    ]);
    const kept = sound.replace(
      '{ purchases: same }',
      '{ customers: { customer_id: c, attributes: { "a\\u200bb": d } } }',
    );
    expect(problemsOf(kept)).toEqual([
      expect.stringMatching(/attributes.* must be one line of characters that can be seen; .* \(U\+200B\)$/),
    ]);
  });

  it('mappings without what their table needs', () => {
    const source = (purchases: string, more = ''): string =>
      sound.replace(
        '{ purchases: same }',
        `{ purchases: { order_id: o, purchased_at: t, quantity: q${purchases} } }\n${more}`,
      );
    expect(problemsOf(source(''))).toEqual([
      'p.yaml:9:15: sources.shop.tables.purchases.customer_id must be given: who bought',
      'p.yaml:9:26: sources.shop.tables.purchases must give unit_price or amount',
    ]);
    expect(problemsOf(source(', customer_id: c, amuont: a'))).toEqual([
      'p.yaml:9:87: sources.shop.tables.purchases.amuont is not known; did you mean amount?',
    ]);
    expect(problemsOf(source(', amount: a', '    missing_customer: anonymous\n'))).toEqual([]);
    expect(problemsOf(sound.replace('{ purchases: same }', '{}'))[0]).toContain(
      'sources.shop.tables must map one or more of customers',
    );
  });
});

describe('YAML anchors', () => {
  it('share options between sources, and problems inside are shown where they stand', () => {
    const text = `${sound}  other: { files: x.csv, tables: { customers: &map { customer_id: id, nam: n } } }
  third: { files: y.csv, tables: { customers: *map } }
`;
    expect(problemsOf(text)).toEqual([
      'p.yaml:10:71: sources.other.tables.customers.nam is not known; did you mean name?',
      'p.yaml:10:71: sources.third.tables.customers.nam is not known; did you mean name?',
    ]);
  });
});

describe('whereIn(pipeline, path)', () => {
  it('names the place of a value that turns out wrong later', () => {
    const pipeline = readPipeline('p.yaml', `${sound}steps:\n  - kmeans: { features: [frequency, recencydays] }\n`);
    expect(whereIn(pipeline, ['steps', 0, 'kmeans', 'features', 1])).toBe('p.yaml:11:37: steps[0].kmeans.features[1]');
  });
});

describe('configHash(pipeline)', () => {
  const hash = (text: string, file = '/a/p.yaml'): string => configHash(readPipeline(file, text));

  it('stays while the results stay: place, comments, order of keys, store, engine, retention', () => {
    const same = [
      hash(`# comment\n${sound.replace('in/a.csv', './in/a.csv')}`),
      hash(sound.replace('../store', 'elsewhere')),
      hash(`engine: { threads: 8 }\nkeep: { releases: 3 }\n${sound}`),
      hash(sound.replace('currency: EUR\n', '').concat('currency: EUR\n')),
    ];
    expect(new Set([hash(sound), ...same]).size).toBe(1);
    const inside = sound.replace(', /data/b.csv', '');
    expect(hash(inside, '/a/p.yaml')).toBe(hash(inside, '/b/c/other.yaml'));
  });

  it('changes with what shapes them', () => {
    const others = [
      sound.replace('EUR', 'USD'),
      sound.replace('latest', 'yesterday'),
      `${sound}costs: { fulfilment_per_order: 1 }\n`,
      `${sound}steps: [{ rfm: { bins: 4 } }]\n`,
      sound.replace('in/a.csv', 'in/b.csv'),
    ];
    expect(new Set([hash(sound), ...others.map((text) => hash(text))]).size).toBe(others.length + 1);
    expect(hash(sound)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('pipeline.schema.json', () => {
  it('is what the code says (npx vitest run test/pipeline/spec.test.ts -u writes it again)', async () => {
    await expect(pipelineJsonSchemaText()).toMatchFileSnapshot('../../pipeline.schema.json');
  });
});
