import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { loadDescription, type Schema } from './description.ts';

type Strictness = 'request' | 'response';

/** Parameters arrive as text, so they are read as the type that is asked for. */
const checkers = { request: newAjv(false), response: newAjv(false), parameter: newAjv('array') };
const compiled = {
  request: new WeakMap<object, ValidateFunction>(),
  response: new WeakMap<object, ValidateFunction>(),
};
const parameters = new WeakMap<object, ValidateFunction>();
const added = { request: new Set<string>(), response: new Set<string>() };

function newAjv(coerceTypes: false | 'array'): Ajv {
  const ajv = new Ajv({
    strict: false,
    coerceTypes,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  // GitHub uses these for values that the standard formats would refuse.
  for (const format of ['repo.nwo', 'timestamp', 'binary', 'uri', 'uri-template']) ajv.addFormat(format, true);
  return ajv;
}

/** What is wrong with the value, or null. A response may leave fields out; what is there has to be right. */
export function checkSchema(schema: object, value: unknown, strictness: Strictness): string | null {
  let validate = compiled[strictness].get(schema);
  if (validate === undefined) {
    validate = checkers[strictness].compile(toJsonSchema(schema as Schema, strictness));
    compiled[strictness].set(schema, validate);
  }
  return validate(value) ? null : tell(validate.errors);
}

export function checkParameter(schema: Schema, value: unknown): { value: unknown; problem: string | null } {
  let validate = parameters.get(schema);
  if (validate === undefined) {
    const properties = { value: toJsonSchema(schema, 'request', inline) };
    validate = checkers.parameter.compile({ type: 'object', properties });
    parameters.set(schema, validate);
  }
  const box = { value };
  return validate(box) ? { value: box.value, problem: null } : { value, problem: tell(validate.errors) };
}

type Refer = (name: string, strictness: Strictness) => Schema;

/** OpenAPI 3.0 to JSON Schema: `nullable`, and references as schemas of their own, added when first met. */
function toJsonSchema(schema: Schema, strictness: Strictness, refer: Refer = reference): Schema {
  if (typeof schema.$ref === 'string') return refer(schema.$ref.split('/').at(-1) ?? '', strictness);
  const made: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (['example', 'examples', 'description', 'discriminator', 'deprecated', 'xml', 'default'].includes(key)) continue;
    if (key === 'nullable' || (key === 'required' && strictness === 'response')) continue;
    // Without required fields several alternatives may fit at once.
    made[key === 'oneOf' && strictness === 'response' ? 'anyOf' : key] = convert(key, value, strictness, refer);
  }
  return schema.nullable === true ? { anyOf: [{ type: 'null' }, made] } : made;
}

function convert(key: string, value: unknown, strictness: Strictness, refer: Refer): unknown {
  const one = (inner: unknown): unknown => (isSchema(inner) ? toJsonSchema(inner, strictness, refer) : inner);
  if (key === 'properties' && isSchema(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, one(inner)]));
  }
  if (['oneOf', 'anyOf', 'allOf'].includes(key) && Array.isArray(value)) return value.map(one);
  if (['items', 'additionalProperties', 'not'].includes(key)) return one(value);
  return value;
}

function reference(name: string, strictness: Strictness): Schema {
  if (!added[strictness].has(name)) {
    added[strictness].add(name);
    const schema = loadDescription().components.schemas[name] as Schema;
    checkers[strictness].addSchema(toJsonSchema(schema, strictness), name);
  }
  return { $ref: name };
}

function inline(name: string, strictness: Strictness): Schema {
  return toJsonSchema(loadDescription().components.schemas[name] as Schema, strictness, inline);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tell(errors: ErrorObject[] | null | undefined): string {
  const error = errors?.at(-1);
  if (error === undefined) return 'does not match';
  const facts = error.keyword === 'enum' ? ` (${JSON.stringify(error.params.allowedValues)})` : '';
  const extra = error.keyword === 'additionalProperties' ? `: ${JSON.stringify(error.params.additionalProperty)}` : '';
  return `${error.instancePath} ${error.message}${facts}${extra}`.trim();
}
