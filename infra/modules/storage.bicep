metadata description = 'A storage account that only identities can enter: no account keys, no public blobs.'

@description('Name of the account: 3 to 24 small letters and digits, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags on the account.')
param tags { *: string }

@description('Redundancy of the account.')
param sku string

@description('Tables to make. The app makes none: it may only write those that are there.')
param tables string[] = []

@description('Blob containers to make.')
param containers string[] = []

@description('Keep what is written over or deleted as older versions of the blobs.')
param versioning bool = false

@description('Containers whose blobs are kept for a time in every version.')
param immutableContainers string[] = []

@description('How long no version of a blob in these containers can be deleted, in days.')
@minValue(1)
@maxValue(146000)
param immutableDays int = 30

@description('Guard the account against being deleted.')
param locked bool = false

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // What is written over or deleted, by a repair or by mistake, stays as an older version.
      isVersioningEnabled: versioning
      // A release is immutable: whatever deletes a file of one can be undone for a month.
      deleteRetentionPolicy: {
        enabled: true
        days: 30
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 30
      }
    }

    resource container 'containers' = [
      for containerName in containers: {
        name: containerName
        properties: {
          publicAccess: 'None'
          // By version: an unfinished build can still be swept and a damaged file mended, but what was there before cannot be lost while the account's policy holds it.
          immutableStorageWithVersioning: {
            enabled: contains(immutableContainers, containerName)
          }
        }
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [
      for tableName in tables: {
        name: tableName
      }
    ]
  }
}

resource policy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [
  for containerName in immutableContainers: {
    name: '${account.name}/default/${containerName}/default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutableDays
    }
    dependsOn: [account::blobs::container]
  }
]

resource guard 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: '${name}-guard'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'It holds releases that were announced: what was published is never lost.'
  }
}

@description('Address of its table service.')
output tableServiceUri string = account.properties.primaryEndpoints.table

@description('Address of its blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob
