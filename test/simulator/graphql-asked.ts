import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/** What a query asks for, in short: its fields and theirs, such as `repository(thread)`. */
export function asked(document: DocumentNode): string {
  const operations = document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);
  return operations.flatMap(({ selectionSet }) => fieldsOf(selectionSet, 1)).join(' ');
}

function fieldsOf(selections: SelectionSetNode, deeper: number): string[] {
  return selections.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const name = field.alias?.value ?? field.name.value;
    const inner = deeper === 0 || field.selectionSet === undefined ? [] : fieldsOf(field.selectionSet, deeper - 1);
    return [inner.length === 0 ? name : `${name}(${inner.join(' ')})`];
  });
}
