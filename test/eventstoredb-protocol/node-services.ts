import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { Protocol } from './protocol.js';

/** What the double says it is: the release whose answers it was held against. */
export const SPOKEN_VERSION = '23.10.6';
const STREAMS = 'event_store.client.streams.Streams';
const METHODS = ['read', 'append', 'batchappend', 'delete', 'tombstone'];

export const supportedMethods =
  ({ features }: Protocol, faults: Faults) =>
  (_: ServerUnaryCall<unknown, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void => {
    const methods = METHODS.filter((method) => faults.knowsBatchAppend || method !== 'batchappend').map((method) =>
      new features.SupportedMethod().setServiceName(STREAMS.toLowerCase()).setMethodName(method),
    );
    answer(null, new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(SPOKEN_VERSION));
  };

/** A cluster of one: this node, and it leads. */
export const gossip =
  ({ gossip: messages, shared }: Protocol, port: () => number) =>
  (_: ServerUnaryCall<unknown, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const { MemberInfo, EndPoint, ClusterInfo: Cluster } = messages;
    const member = new MemberInfo().setInstanceId(new shared.UUID().setString(crypto.randomUUID()));
    member.setState(MemberInfo.VNodeState.LEADER).setIsAlive(true).setTimeStamp('0');
    member.setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port()));
    answer(null, new Cluster().setMembersList([member]));
  };
