import { commandsSince, forgetInCommands, readCommands, recordCommand } from './commands.ts';
import type { DatabasePool } from './database-pool.ts';
import {
  changeDigests,
  readDigestPlace,
  readDigests,
  recordDigest,
  repositoryDigests,
  saveDigest,
  saveDigestPlace,
} from './digests.ts';
import { factsWithoutVector, readVectors, saveVectors } from './fact-vectors.ts';
import { addFacts, removeFact } from './facts.ts';
import { readFeeds, removeFeed, repositoriesWithFeeds, saveFeed } from './feeds.ts';
import { forgetPersonIn } from './forget-person.ts';
import { readHistoryCursor, readLearning, saveHistoryCursor, saveLearning } from './history.ts';
import { isSuspended, repositoriesOfInstallation, resume, suspend } from './installations.ts';
import { recordDone, wasDone } from './jobs-done.ts';
import { measurementStore } from './measurement-store.ts';
import { readModelAnswers, saveModelAnswers } from './model-answers.ts';
import { spendOnModels } from './model-spending.ts';
import { leaveOut, readPeople, savePerson } from './people.ts';
import { factsAfter, factsOfKinds, readFact, readFacts } from './read-facts.ts';
import { readRedelivery, saveRedelivery } from './redeliveries.ts';
import { relabelThreads } from './relabel-threads.ts';
import { forgetRepository, repositoriesOf, repositoryNames, repositorySince } from './repositories.ts';
import { repositoryList } from './repository-list.ts';
import { markGone, markPresent, presentName, renameOwner, renameRepository } from './repository-names.ts';
import { endSession, findSession, startSession } from './sessions.ts';
import { acceptance, acceptanceOverall, settleItems, settleOverdue } from './settled-items.ts';
import { readSnapshot, saveSnapshot } from './snapshots.ts';
import { readItems, recordApplied, recordItems, recordNative, withdrawItems } from './suggested-items.ts';
import {
  markComment,
  readOutcome,
  recentSuggestions,
  saveSuggestion,
  suggestionOf,
  suggestionsOf,
} from './suggestions.ts';
import {
  hasOpenItems,
  readThreadReadings,
  recordReading,
  repositoriesToSweep,
  saveSweptTo,
  sweptTo,
} from './sweeps.ts';
import { removeThread } from './unlearn.ts';

/** Every question that is asked of the database, bound to one pool; the tables must be migrated. */
export function createStore(pool: DatabasePool) {
  return {
    addFacts: addFacts.bind(null, pool),
    removeFact: removeFact.bind(null, pool),
    factsAfter: factsAfter.bind(null, pool),
    factsOfKinds: factsOfKinds.bind(null, pool),
    readFact: readFact.bind(null, pool),
    readFacts: readFacts.bind(null, pool),
    saveSnapshot: saveSnapshot.bind(null, pool),
    readSnapshot: readSnapshot.bind(null, pool),
    readHistoryCursor: readHistoryCursor.bind(null, pool),
    saveHistoryCursor: saveHistoryCursor.bind(null, pool),
    readLearning: readLearning.bind(null, pool),
    saveLearning: saveLearning.bind(null, pool),
    saveSuggestion: saveSuggestion.bind(null, pool),
    markComment: markComment.bind(null, pool),
    suggestionOf: suggestionOf.bind(null, pool),
    suggestionsOf: suggestionsOf.bind(null, pool),
    recentSuggestions: recentSuggestions.bind(null, pool),
    readOutcome: readOutcome.bind(null, pool),
    recordItems: recordItems.bind(null, pool),
    recordApplied: recordApplied.bind(null, pool),
    recordNative: recordNative.bind(null, pool),
    withdrawItems: withdrawItems.bind(null, pool),
    readItems: readItems.bind(null, pool),
    settleItems: settleItems.bind(null, pool),
    settleOverdue: settleOverdue.bind(null, pool),
    acceptance: acceptance.bind(null, pool),
    acceptanceOverall: acceptanceOverall.bind(null, pool),
    wasDone: wasDone.bind(null, pool),
    recordDone: recordDone.bind(null, pool),
    repositories: repositoryList(pool),
    repositorySince: repositorySince.bind(null, pool),
    forgetRepository: forgetRepository.bind(null, pool),
    readCommands: readCommands.bind(null, pool),
    recordCommand: recordCommand.bind(null, pool),
    commandsSince: commandsSince.bind(null, pool),
    forgetInCommands: forgetInCommands.bind(null, pool),
    readPeople: readPeople.bind(null, pool),
    savePerson: savePerson.bind(null, pool),
    leaveOut: leaveOut.bind(null, pool),
    forgetPersonIn: forgetPersonIn.bind(null, pool),
    removeThread: removeThread.bind(null, pool),
    relabelThreads: relabelThreads.bind(null, pool),
    presentName: presentName.bind(null, pool),
    markPresent: markPresent.bind(null, pool),
    markGone: markGone.bind(null, pool),
    renameRepository: renameRepository.bind(null, pool),
    renameOwner: renameOwner.bind(null, pool),
    isSuspended: isSuspended.bind(null, pool),
    suspend: suspend.bind(null, pool),
    resume: resume.bind(null, pool),
    repositoriesOfInstallation: repositoriesOfInstallation.bind(null, pool),
    factsWithoutVector: factsWithoutVector.bind(null, pool),
    saveVectors: saveVectors.bind(null, pool),
    readVectors: readVectors.bind(null, pool),
    readModelAnswers: readModelAnswers.bind(null, pool),
    saveModelAnswers: saveModelAnswers.bind(null, pool),
    spendOnModels: spendOnModels.bind(null, pool),
    readFeeds: readFeeds.bind(null, pool),
    saveFeed: saveFeed.bind(null, pool),
    removeFeed: removeFeed.bind(null, pool),
    repositoriesWithFeeds: repositoriesWithFeeds.bind(null, pool),
    repositoriesOf: repositoriesOf.bind(null, pool),
    readRedelivery: readRedelivery.bind(null, pool),
    saveRedelivery: saveRedelivery.bind(null, pool),
    repositoriesToSweep: repositoriesToSweep.bind(null, pool),
    sweptTo: sweptTo.bind(null, pool),
    saveSweptTo: saveSweptTo.bind(null, pool),
    recordReading: recordReading.bind(null, pool),
    readThreadReadings: readThreadReadings.bind(null, pool),
    hasOpenItems: hasOpenItems.bind(null, pool),
    ...measurementStore(pool),
    startSession: startSession.bind(null, pool),
    findSession: findSession.bind(null, pool),
    endSession: endSession.bind(null, pool),
    repositoryNames: repositoryNames.bind(null, pool),
    readDigests: readDigests.bind(null, pool),
    saveDigest: saveDigest.bind(null, pool),
    recordDigest: recordDigest.bind(null, pool),
    changeDigests: changeDigests.bind(null, pool),
    readDigestPlace: readDigestPlace.bind(null, pool),
    saveDigestPlace: saveDigestPlace.bind(null, pool),
    repositoryDigests: repositoryDigests.bind(null, pool),
    /** @throws where the database cannot be used now. */
    async ping(): Promise<void> {
      await pool.query('select 1');
    },
  };
}

export type DatabaseStore = ReturnType<typeof createStore>;
