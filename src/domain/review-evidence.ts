/**
 * How a clone tells who reviewed. `trailer`: Reviewed-by and the like. `merged`: merged the branch of another.
 * `signed-off`: signed last. `committed`: brought in the commit of another.
 */
export type EvidenceKind = 'trailer' | 'merged' | 'signed-off' | 'committed';

export interface EvidenceCount {
  kind: EvidenceKind;
  changes: number;
}
