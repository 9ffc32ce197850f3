import { accountShape, installationShape } from './shape-account.ts';
import { commentShape, discussionCommentShape, reviewShape } from './shape-comment.ts';
import { pullShape } from './shape-pull.ts';
import { labelShape, repositoryShape } from './shape-repository.ts';
import { discussionShape, issueShape } from './shape-thread.ts';
import type { Installation, Node } from './state.ts';
import type { World } from './world.ts';

/** What is remembered, as REST shows it; anything else as it is. */
export function controlShape(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => controlShape(world, item));
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && 'nodeId' in value) return nodeShape(world, value as Node);
  if ('account' in value && 'selection' in value) return installationShape(world, value as Installation);
  return value;
}

function nodeShape(world: World, node: Node): object {
  switch (node.kind) {
    case 'account':
      return accountShape(world, node);
    case 'repository':
      return repositoryShape(world, node);
    case 'issue':
      return issueShape(world, node);
    case 'pull':
      return pullShape(world, node);
    case 'discussion':
      return discussionShape(world, node);
    case 'comment':
      return node.thread.kind === 'discussion' ? discussionCommentShape(world, node) : commentShape(world, node);
    case 'review':
      return reviewShape(world, node);
    case 'label':
      return labelShape(world, node);
    case 'category':
    case 'milestone':
    case 'reaction':
      return { id: node.id, node_id: node.nodeId };
  }
}
