import { execute, GraphQLError, type GraphQLFormattedError, parse, validate } from 'graphql';
import type { Caller } from './authentication.ts';
import type { Fault } from './faults.ts';
import { asked } from './graphql-asked.ts';
import { type QueryCost, queryCost } from './graphql-cost.ts';
import type { Context } from './graphql-fields.ts';
import { mutations } from './graphql-mutations.ts';
import { queries } from './graphql-queries.ts';
import { githubSchema } from './graphql-schema.ts';
import { readField, typeName } from './graphql-types.ts';
import type { Rate } from './rate-limits.ts';
import type { Node } from './state.ts';
import type { World } from './world.ts';

export interface GraphqlCall {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

export interface GraphqlAnswer {
  data?: unknown;
  errors?: object[];
}

const mostNodes = 500_000;

interface Charging {
  violate(problem: string): void;
  /** How the limit stands when the query is paid for; null where there is too little left. */
  charge(price: QueryCost, asked: string): Rate | null;
}

/** Executes the query on GitHub's schema; what the schema does not allow or we do not know is a violation. */
export async function answerGraphql(
  world: World,
  caller: Caller,
  call: GraphqlCall,
  { violate, charge }: Charging,
): Promise<GraphqlAnswer> {
  const schema = await githubSchema();
  const document = parsed(call.query);
  const mistakes = document instanceof GraphQLError ? [document] : validate(schema, document);
  if (document instanceof GraphQLError || mistakes.length > 0) {
    for (const { message } of mistakes) violate(message);
    return { errors: mistakes.map((error) => ({ ...error.toJSON(), extensions: { code: 'undefinedField' } })) };
  }
  const price = queryCost(document, call.variables);
  if (price.nodes > mostNodes) {
    const message = `This query requests up to ${price.nodes} possible nodes which exceeds the maximum limit of ${mostNodes}.`;
    violate(message);
    return { errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }] };
  }
  const rate = charge(price, asked(document));
  if (rate === null)
    return { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for installation.' }] };
  const viewer = caller.kind === 'installation' ? caller.installation.app.bot : null;
  const context: Context = { world, caller, viewer, violate };
  const result = await execute({
    schema,
    document,
    rootValue: { ...queries(world, caller, viewer, { price, rate }), ...mutations(world, caller) },
    contextValue: context,
    variableValues: call.variables,
    operationName: call.operationName,
    typeResolver: (value) => typeName(value as Node),
    fieldResolver: (source, given, _, { parentType, fieldName }) => {
      const value = readField(parentType.name, fieldName, source, given, context);
      if (value === undefined) throw new GraphQLError(`${parentType.name}.${fieldName} is not simulated`);
      return value;
    },
  });
  for (const { message, extensions } of result.errors ?? []) {
    // Errors without a type of GitHub's are mistakes of the query or gaps of the simulator.
    if (extensions.violation === true || extensions.type === undefined) violate(message);
  }
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => told(error.toJSON())) }),
  };
}

function parsed(query: string): ReturnType<typeof parse> | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** GitHub puts the type beside the message. */
function told({ extensions, ...error }: GraphQLFormattedError): object {
  return { ...(extensions?.type === undefined ? {} : { type: extensions.type }), ...error };
}

/** The answer with one more error, and null where it points to. */
export function withFault(answer: GraphqlAnswer, fault: Extract<Fault, { kind: 'graphql' }>): GraphqlAnswer {
  const { message, type, path } = fault;
  const data = path.length === 0 ? null : structuredClone(answer.data);
  let at: unknown = data;
  for (const step of path.slice(0, -1)) at = (at as Record<string, unknown> | null | undefined)?.[step];
  const last = path.at(-1);
  if (last !== undefined && typeof at === 'object' && at !== null) (at as Record<string, unknown>)[last] = null;
  return { data, errors: [...(answer.errors ?? []), { type, path, message }] };
}
