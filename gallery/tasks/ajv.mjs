/** @type {import('../packages/worker.mjs').Work} */
export default function validate(Ajv) {
  const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true });
  const check = ajv.compile({
    type: 'object',
    required: ['id', 'mail'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      mail: { type: 'string', format: 'email' },
      tags: { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true },
      when: { $ref: '#/definitions/when' },
      kind: { default: 'plain' },
    },
    definitions: { when: { type: 'string', format: 'date' } },
    additionalProperties: false,
  });
  const good = { id: '5', mail: 'a@b.c', when: '2020-02-02' };
  console.log(
    check(good),
    good,
    check({ id: 0, mail: 'x', tags: ['a', 'a', 'z'], more: 1, when: 'no' }),
    ajv.errorsText(check.errors),
  );
  ajv.addKeyword('even', { type: 'number', validate: (even, value) => (value % 2 === 0) === even });
  console.log(ajv.validate({ even: true }, 3), ajv.errors, ajv.validateSchema({ type: 'nope' }));
}
