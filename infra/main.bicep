metadata description = 'Nantong.OpenData in Azure: the API on Functions Flex Consumption, its data, and what watches it.'

import { roles } from 'modules/roles.bicep'

@description('Base of all names: small letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string = 'nantong-opendata'

@description('Azure region; must offer Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string = resourceGroup().location

@description('Tags on every resource.')
param tags { *: string } = {
  product: 'Nantong.OpenData'
}

@description('Redundancy of the storage accounts. Locally redundant is enough for data that can be published again, byte for byte, from the repository.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS'])
param storageSku string = 'Standard_LRS'

@description('Address that the API writes into links, such as https://data.example.org; empty for the one that Azure gives the app.')
param publicBaseUrl string = ''

@description('Addresses and CIDR blocks of proxies before Azure, such as a CDN, whose X-Forwarded-For names the client; separated by commas, empty for none.')
param trustedProxies string = ''

@description('Object id of who may publish releases with the opendata command; empty for nobody but the app.')
param publisherPrincipalId string = ''

@description('What publisherPrincipalId is.')
@allowed(['Group', 'ServicePrincipal', 'User'])
param publisherPrincipalType string = 'User'

@description('Memory of an instance in MB, shared with the Functions host; the API with the plan loaded takes some 150, the host some 200.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('How long no version of a published file can be deleted, in days.')
@minValue(1)
@maxValue(3650)
param immutableDays int = 30

@description('Who is told by e-mail when data are damaged or cannot be served; empty for nobody.')
param alertEmail string = ''

@description('Address of a Key Vault secret with the private key (PEM) that signs what is published from the inbox, https://VAULT.vault.azure.net/secrets/NAME; empty leaves it unsigned. The app is let read this one secret, so whoever deploys must be allowed to give roles on that vault.')
param signingKeySecretUri string = ''

@description('Resource group of that vault, in the same subscription; empty for the one that is deployed to.')
param signingKeyVaultResourceGroup string = ''

@description('How long telemetry is kept, in days.')
@minValue(30)
@maxValue(730)
param telemetryRetentionInDays int = 30

// https://VAULT.vault.azure.net/secrets/NAME[/VERSION]
var signingKeyParts = split(signingKeySecretUri, '/')
var signs = length(signingKeyParts) > 4
var unique = uniqueString(resourceGroup().id, name)
var dataAccount = 'data${unique}'
var hostAccount = 'host${unique}'
var deploymentContainer = 'deployments'
var tables = [
  'releases'
  'pointers'
  'nodes'
  'indicators'
  'columns'
  'commitments'
  'exclusions'
  'places'
  'structures'
  'findings'
  'errata'
  'observations'
  'changes'
  'aggregates'
  'runs'
]
var containers = ['releases', 'source', 'records', 'inbox', 'inbox-done', 'inbox-failed', 'locks']

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    retentionInDays: telemetryRetentionInDays
    alertEmail: alertEmail
  }
}

// Two accounts, because the Functions host must own every blob of the account that it keeps its locks, keys and packages in
// (learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity): it shall not own the data.
module data 'modules/storage.bicep' = {
  params: {
    name: dataAccount
    location: location
    tags: tags
    sku: storageSku
    tables: tables
    containers: containers
    versioning: true
    immutableContainers: ['releases', 'records']
    immutableDays: immutableDays
    locked: true
  }
}

module host 'modules/storage.bicep' = {
  params: {
    name: hostAccount
    location: location
    tags: tags
    sku: 'Standard_LRS'
    containers: [deploymentContainer]
  }
}

// The app publishes what editors drop into the inbox (timer PublishInbox), so it writes the tables and containers that a release stands in, each by name:
// it cannot make or touch any other in this account, nor change the account. Nothing that it serves over HTTP writes; what a defect deletes can be undone for a month.
module appOnData 'modules/access.bicep' = {
  params: {
    storageAccountName: dataAccount
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    accountRoles: [roles.tableDataReader, roles.blobDataReader]
    writableTables: tables
    writableContainers: containers
  }
  dependsOn: [data]
}

// What the host asks for: blobs for timer locks, keys and packages; tables for its diagnostic events.
module appOnHost 'modules/access.bicep' = {
  params: {
    storageAccountName: hostAccount
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    accountRoles: [roles.blobDataOwner, roles.tableDataContributor]
  }
  dependsOn: [host]
}

module publisherOnData 'modules/access.bicep' = if (!empty(publisherPrincipalId)) {
  params: {
    storageAccountName: dataAccount
    principalId: publisherPrincipalId
    principalType: publisherPrincipalType
    accountRoles: [roles.tableDataContributor, roles.blobDataContributor]
  }
  dependsOn: [data]
}

// The reference in the app's settings is read with the app's own identity: without this role it stays unresolved, and the inbox would sign with its text.
module appOnSigningKey 'modules/secretAccess.bicep' = if (signs) {
  scope: resourceGroup(empty(signingKeyVaultResourceGroup) ? resourceGroup().name : signingKeyVaultResourceGroup)
  params: {
    vaultName: signs ? split(signingKeyParts[2], '.')[0] : ''
    secretName: signs ? signingKeyParts[4] : ''
    principalId: identity.properties.principalId
  }
}

module app 'modules/functionApp.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostStorageAccountName: hostAccount
    deploymentContainerUri: '${host.outputs.blobServiceUri}${deploymentContainer}'
    publicBaseUrl: publicBaseUrl
    trustedProxies: trustedProxies
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    settings: union(
      {
        OpenDataStorage__tableServiceUri: data.outputs.tableServiceUri
        OpenDataStorage__blobServiceUri: data.outputs.blobServiceUri
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      },
      signs ? { OpenData__SigningKey: '@Microsoft.KeyVault(SecretUri=${signingKeySecretUri})' } : {}
    )
  }
  // Roles first: the app must not start into a store that refuses it.
  dependsOn: [appOnData, appOnHost, appOnSigningKey]
}

@description('Name of the Functions app: func azure functionapp publish takes it.')
output functionAppName string = app.outputs.name

@description('Address of the API.')
output apiUrl string = app.outputs.url

@description('Address of the table service that opendata publish writes to.')
output tableServiceUri string = data.outputs.tableServiceUri

@description('Address of the blob service that opendata publish writes to.')
output blobServiceUri string = data.outputs.blobServiceUri
