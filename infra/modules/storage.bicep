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

@description('Tables to make. The app cannot make them itself: that call fails in a native build.')
param tables string[] = []

@description('Blob containers to make.')
param containers string[] = []

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

@description('Address of its table service.')
output tableServiceUri string = account.properties.primaryEndpoints.table

@description('Address of its blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob
