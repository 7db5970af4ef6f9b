metadata description = 'What one principal may do in one storage account: roles on all of it, and writing in single tables and containers.'

import { roles } from 'roles.bicep'

@description('Name of the storage account.')
param storageAccountName string

@description('Object id of the identity, user or group.')
param principalId string

@description('What the principal is.')
@allowed(['Group', 'ServicePrincipal', 'User'])
param principalType string

@description('Ids of the built-in roles on the whole account.')
param accountRoles string[]

@description('Tables that the principal may also write.')
param writableTables string[] = []

@description('Blob containers that the principal may also write.')
param writableContainers string[] = []

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource tableService 'tableServices' existing = {
    name: 'default'
  }
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' existing = [
  for name in writableTables: {
    parent: account::tableService
    name: name
  }
]

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = [
  for name in writableContainers: {
    parent: account::blobs
    name: name
  }
]

resource onAccount 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in accountRoles: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      principalId: principalId
      principalType: principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource onTable 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in writableTables: {
    name: guid(table[i].id, principalId, roles.tableDataContributor)
    scope: table[i]
    properties: {
      principalId: principalId
      principalType: principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    }
  }
]

resource onContainer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in writableContainers: {
    name: guid(container[i].id, principalId, roles.blobDataContributor)
    scope: container[i]
    properties: {
      principalId: principalId
      principalType: principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    }
  }
]
