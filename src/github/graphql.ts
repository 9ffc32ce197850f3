/** The part of the client library that is used: one GraphQL request. */
export interface Graphql {
  graphql(query: string, variables: Record<string, unknown>): Promise<unknown>;
}
