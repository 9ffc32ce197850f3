import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

export interface QueryCost {
  /** Nodes that the answer might hold; GitHub refuses more than 500,000. */
  nodes: number;
  /** Points of the hourly limit. */
  cost: number;
}

/** GitHub's own estimate: each connection counts as often as its parents may come, times what it asks for. */
export function queryCost(document: DocumentNode, variables: Record<string, unknown>): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  let nodes = 0;
  let requests = 0;

  function walk(selections: SelectionSetNode | undefined, parents: number): void {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, parents);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        walk(fragments.get(selection.name.value)?.selectionSet, parents);
      else walkField(selection, parents);
    }
  }

  function walkField(field: FieldNode, parents: number): void {
    const wanted = pageSize(field, variables);
    if (wanted !== null) {
      requests += parents;
      nodes += parents * wanted;
    }
    walk(field.selectionSet, parents * (wanted ?? 1));
  }

  for (const { selectionSet } of operations) walk(selectionSet, 1);
  return { nodes, cost: Math.max(1, Math.round(requests / 100)) };
}

/** null: not a connection. */
function pageSize(field: FieldNode, variables: Record<string, unknown>): number | null {
  const given = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  const value = given === undefined ? undefined : valueFromASTUntyped(given.value, variables);
  return typeof value === 'number' ? value : null;
}
